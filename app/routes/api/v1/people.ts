import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { fieldProblems, pointerTo } from '#app/platform/api/problem.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { addPersonOperation } from './operations/add-person.ts';
import { personAnswer } from './person-answer.ts';

export const handle = { access: { action: 'write-people', subject: 'anywhere' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(addPersonOperation)(async ({ context, body }) => {
    const outcome = await addPerson(context, body);
    if (!outcome.ok) {
      const { field, message } = outcome.problem;
      throw fieldProblems(422, [{ pointer: pointerTo(field === null ? [] : [field]), detail: message }]);
    }
    const { personId } = outcome.value;
    return {
      status: 201,
      body: personAnswer(await readPerson(context, personId)),
      headers: { Location: `/api/v1/people/${personId}` },
    };
  }),
);

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
