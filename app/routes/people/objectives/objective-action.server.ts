import { data, redirect } from '@remix-run/node';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome, Problem } from '#app/platform/context.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { addObjective } from '#app/services/assessments/objective/add-objective.server.ts';
import { editObjective } from '#app/services/assessments/objective/edit-objective.server.ts';
import { endObjective } from '#app/services/assessments/objective/end-objective.server.ts';
import { objectiveEnd, objectiveInput, objectiveRevision } from '#app/services/assessments/objective/objective-input.ts';
import { reopenObjective } from '#app/services/assessments/objective/reopen-objective.server.ts';
import { withdrawObjective } from '#app/services/assessments/objective/withdraw-objective.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { wayBack } from './way-back.ts';

/** What a button of the page asks for; a form without one saves. */
type Turn = 'save' | 'end' | 'reopen' | 'withdraw';

interface Asked {
  personId: string;
  /** Null where an objective is added. */
  objectiveId: string | null;
  turn: Turn;
  form: FormData;
}

type Result = { problems: Problem[] } | { notice: string; outcome: Outcome<unknown> };

/** Takes what the form of an objective sends; after it, the way back, or the problems with what was typed. */
export async function objectiveAction(context: Context, personId: string, request: Request) {
  const url = new URL(request.url);
  const objectiveId = url.searchParams.get('objective');
  const form = await readForm(request);
  const turn = objectiveId === null ? 'save' : turnOf(form);
  const result = await take(context, { personId, objectiveId, turn, form });
  const again = (problems: Problem[], status: number) => data({ problems, turn, typed: typedText(form) }, { status });
  if ('problems' in result) {
    authorise(context, 'write-objectives', personSubject(await readPerson(context, personId)));
    return again(result.problems, 422);
  }
  const { notice, outcome } = result;
  if (outcome.ok) return redirect(wayBack(url, personId, notice));
  return again([outcome.problem], outcome.problem.field === null ? 409 : 422);
}

function turnOf(form: FormData): Turn {
  return (['end', 'reopen', 'withdraw'] as const).find((name) => form.has(name)) ?? 'save';
}

async function take(context: Context, { personId, objectiveId, turn, form }: Asked): Promise<Result> {
  const fields = typedText(form);
  if (objectiveId === null) {
    const parsed = objectiveInput.safeParse(fields);
    if (!parsed.success) return { problems: formProblems(parsed.error) };
    return { notice: 'objective-added', outcome: await addObjective(context, personId, typed(form, 'skillId'), parsed.data) };
  }
  if (turn === 'withdraw') return { notice: 'objective-withdrawn', outcome: await withdrawObjective(context, personId, objectiveId) };
  const seen = objectiveRevision.safeParse({ revision: typed(form, 'revision') });
  if (!seen.success) return { problems: formProblems(seen.error) };
  if (turn === 'reopen') return { notice: 'objective-reopened', outcome: await reopenObjective(context, personId, objectiveId, seen.data) };
  if (turn === 'end') {
    const parsed = objectiveEnd.safeParse(fields);
    if (!parsed.success) return { problems: formProblems(parsed.error) };
    return { notice: 'objective-ended', outcome: await endObjective(context, personId, objectiveId, { ...parsed.data, ...seen.data }) };
  }
  const parsed = objectiveInput.safeParse(fields);
  if (!parsed.success) return { problems: formProblems(parsed.error) };
  return { notice: 'objective-changed', outcome: await editObjective(context, personId, objectiveId, { ...parsed.data, ...seen.data }) };
}
