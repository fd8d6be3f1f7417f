import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { editPerson } from '#app/services/people/edit-person.server.ts';
import { personDetailsInput } from '#app/services/people/person-input.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PersonDetailsFields } from './person-fields.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';

export const handle = { access: { action: 'write-people', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const person = await readPerson(context, params.personId ?? '');
  authorise(context, 'write-people', personSubject(person));
  const { name, email, grade, startsOn, leavesOn, revision } = person;
  return {
    frame: personFrame(context.viewer, person, '/edit'),
    revision,
    values: { name, email: email ?? '', grade: grade ?? '', startsOn, leavesOn: leavesOn ?? '' },
  };
}

const editInput = personDetailsInput.extend({ revision: z.coerce.number().int() });

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  const form = await request.formData();
  const parsed = editInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await editPerson(context, personId, parsed.data);
  if (outcome.ok) return redirect(`/people/${personId}`);
  const status = outcome.problem.field === null ? 409 : 422;
  return data({ problems: [outcome.problem], typed: typedText(form) }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Change ${found.frame.name}` : undefined) },
];

export default function EditPerson() {
  const { frame, revision, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title={`Change ${frame.name}`}>
        <Form method="post">
          {/* After a refusal this is the newest revision: sending again is a decision made with the record in view. */}
          <input type="hidden" name="revision" value={revision} />
          <PersonDetailsFields problems={problems} values={refused?.typed ?? values} />
          <Button>Save</Button>
        </Form>
      </Page>
    </>
  );
}
