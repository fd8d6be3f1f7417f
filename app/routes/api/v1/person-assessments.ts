import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { apiRoute, endpoint } from '#app/platform/api/api-route.server.ts';
import { fieldProblems, pointerTo } from '#app/platform/api/problem.server.ts';
import { todayOf } from '#app/platform/today.ts';
import type { AssessmentEntry } from '#app/services/assessments/assessment-input.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { assessedEntries } from './assessed-entries.server.ts';
import { saveAssessmentsOperation } from './operations/save-assessments.ts';

export const handle = { access: { action: 'assess-agreed', subject: 'person' } satisfies RouteAccess };

const route = apiRoute(
  endpoint(saveAssessmentsOperation)(async ({ context, parameter, body }) => {
    const { id: personId } = await readPerson(context, parameter('personId'));
    const entries = assessedEntries(body.entries, [...(await readAssessableSkills(context)).values()]);
    const assessedOn = body.assessedOn ?? todayOf(context);
    const outcome = await saveAssessment(context, personId, { assessedOn, entries });
    if (!outcome.ok) throw refusal(outcome, entries);
    const { saved } = outcome.value;
    return { status: saved > 0 ? 201 : 200, body: { personId, assessedOn, saved } };
  }),
);

type Refused = Extract<Awaited<ReturnType<typeof saveAssessment>>, { ok: false }>;

/** The service names skills; the sender sees at which entries of theirs they stand. */
function refusal({ problem: { field, message }, staleSkillIds }: Refused, entries: readonly AssessmentEntry[]): Response {
  if (staleSkillIds.length > 0) {
    const stale = entries.flatMap(({ skillId }, index) =>
      staleSkillIds.includes(skillId)
        ? [{ pointer: pointerTo(['entries', index, 'revision']), detail: 'Something was recorded for this skill since' }]
        : [],
    );
    return fieldProblems(409, stale);
  }
  const index = entries.findIndex(({ skillId }) => skillId === field);
  const path = index >= 0 ? ['entries', index] : field === null ? [] : [field];
  return fieldProblems(422, [{ pointer: pointerTo(path), detail: message }]);
}

export const loader = (args: LoaderFunctionArgs) => route(args);
export const action = (args: ActionFunctionArgs) => route(args);
