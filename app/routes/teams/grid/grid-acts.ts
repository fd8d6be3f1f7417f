import type { Context, Problem } from '#app/platform/context.ts';
import type { GridVoice } from '#app/domain/assessment/grid/team-grid.ts';
import { handIn } from '#app/services/assessments/answer/hand-in.server.ts';
import { recordAnswers } from '#app/services/assessments/answer/record-answers.server.ts';
import { takeBack } from '#app/services/assessments/answer/take-back.server.ts';

/** What came of an act: a notice with how many, or what is to be put right. */
export type Acted = { ok: true; notice: 'handed-in' | 'taken-back' | 'recorded' | 'saved'; count: number } | { ok: false; problems: Problem[]; missingFor: string | null };

const refused = (message: string, missingFor: string | null = null): Acted => ({ ok: false, problems: [{ field: null, message }], missingFor });

/** Of whom the page says that this can be done to them: not oneself, and nobody who is further or not so far. */
const peopleOf = (form: FormData, act: 'record' | 'hand-in') => String(form.get(`people.${act}`) ?? '').split(',').filter((id) => id !== '');

/** Does what a button under or beside the grid says, to one person or to all that it can be done to. */
export async function actOnGrid(context: Context, voice: GridVoice, intent: string, form: FormData): Promise<Acted> {
  const [act, personId = ''] = intent.split(':');
  if (act === 'save') return { ok: true, notice: 'saved', count: 0 };
  if (act === 'record') return record(context, voice, peopleOf(form, 'record'));
  if (voice !== 'manager') return refused('What is agreed is put on record, and not handed in.');
  if (act === 'hand-in' || act === 'hand-in-without') {
    const outcome = await handIn(context, personId, 'manager', { acceptMissing: act === 'hand-in-without' });
    if (outcome.ok) return { ok: true, notice: 'handed-in', count: 1 };
    const missing = outcome.missing.map(({ name }) => name).join(', ');
    return refused(missing === '' ? outcome.problem.message : `${outcome.problem.message} Without an answer: ${missing}`, missing === '' ? null : personId);
  }
  if (act === 'take-back') {
    const outcome = await takeBack(context, personId, 'manager');
    return outcome.ok ? { ok: true, notice: 'taken-back', count: 1 } : refused(outcome.problem.message);
  }
  if (act === 'hand-in-complete') {
    let count = 0;
    for (const each of new Set(peopleOf(form, 'hand-in'))) if ((await handIn(context, each, 'manager')).ok) count += 1;
    return count === 0 ? refused('Nobody has an answer for every expected skill yet, so nobody was handed in.') : { ok: true, notice: 'handed-in', count };
  }
  return refused('Nothing was done: choose one of the buttons of this page.');
}

async function record(context: Context, voice: GridVoice, personIds: readonly string[]): Promise<Acted> {
  const outcome = await recordAnswers(context, personIds, voice);
  if (!outcome.ok) return refused(outcome.problem.message);
  const { recorded, outdated } = outcome.value;
  if (recorded > 0) return { ok: true, notice: 'recorded', count: recorded };
  return refused(
    outdated.length > 0
      ? 'Nothing was put on record: something newer of the same voice was recorded since these levels were typed. Look at them and answer again.'
      : 'There is nothing to put on record yet.',
  );
}
