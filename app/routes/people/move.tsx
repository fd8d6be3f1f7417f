import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { realDay } from '#app/platform/form/typed-values.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { placementInput } from '#app/services/people/person-input.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { type PlacementOptions, readPlacementOptions } from '#app/services/people/read-placement-options.server.ts';
import { Button } from '#app/ui/button.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PlacementFields } from './person-fields.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';

export const handle = { access: { action: 'write-people', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const person = await readPerson(context, params.personId ?? '');
  authorise(context, 'write-people', personSubject(person));
  const { teamId, roleLevelId } = person;
  const today = todayOf(context);
  const latest = person.startsOn > today ? person.startsOn : today;
  return {
    frame: personFrame(context.viewer, person, '/move'),
    now: person.teamName === null ? null : `${roleLevelWords(person.roleLevelName ?? '', person.seniority)} in ${person.teamName}`,
    latest,
    options: withPresent(await readPlacementOptions(context), person),
    values: { teamId: teamId ?? '', roleLevelId: roleLevelId ?? '', movesOn: latest },
  };
}

/** A role level that is gone is offered to nobody but who stands in it, so that a move of team alone can be written. */
function withPresent(options: PlacementOptions, { roleLevelId, roleLevelName, roleName, seniority }: PersonRecord): PlacementOptions {
  if (roleLevelId === null || seniority > 0) return options;
  const present = { id: roleLevelId, name: roleLevelWords(roleLevelName ?? '', 0), grades: [] };
  return { ...options, roles: [{ name: roleName ?? '', roleLevels: [present] }, ...options.roles] };
}

const id = z.union([z.literal('').transform(() => null), z.uuid()]);
const moveInput = placementInput.extend({
  movesOn: realDay('Enter the day of the move, such as 2026-11-02'),
  fromTeamId: id,
  fromRoleLevelId: id,
});

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  const form = await request.formData();
  const parsed = moveInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await movePerson(context, personId, parsed.data);
  if (outcome.ok) return redirect(`/people/${personId}`);
  const status = outcome.problem.field === null ? 409 : 422;
  return data({ problems: [outcome.problem], typed: typedText(form) }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Move ${found.frame.name}` : undefined) },
];

export default function MovePerson() {
  const { frame, now, latest, options, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const filled: Record<string, string | undefined> = refused?.typed ?? values;
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page
        title={`Move ${frame.name}`}
        lead={now === null ? 'In no team now.' : `Now ${now}. What was recorded stays; what is expected follows the new role level.`}
      >
        <Form method="post">
          <input type="hidden" name="fromTeamId" value={values.teamId} />
          <input type="hidden" name="fromRoleLevelId" value={values.roleLevelId} />
          <PlacementFields problems={problems} values={filled} options={options} />
          <DateField
            name="movesOn"
            label="First day in the new place"
            hint="Today or earlier; for somebody who has yet to start, their first day"
            max={latest}
            defaultValue={filled.movesOn}
            error={problemAt(problems, 'movesOn')}
          />
          <Button>Move</Button>
        </Form>
      </Page>
    </>
  );
}
