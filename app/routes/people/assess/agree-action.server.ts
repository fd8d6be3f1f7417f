import { redirect } from '@remix-run/node';
import type { Context } from '#app/platform/context.ts';
import { agreeLevels } from '#app/services/assessments/answer/agree-levels.server.ts';
import { agreementInput } from '#app/services/assessments/answer/agreement-input.ts';
import { showAnswers } from '#app/services/assessments/answer/show-answers.server.ts';
import { disputeInput } from '#app/services/assessments/moderation/dispute-input.ts';
import { raiseDispute } from '#app/services/assessments/moderation/raise-dispute.server.ts';
import { withdrawDispute } from '#app/services/assessments/moderation/withdraw-dispute.server.ts';
import { assessEntries, assessField, contradiction, textOf } from './assess-entries.ts';
import { refuse } from './voice-action.server.ts';

/** What the page of agreeing sends: levels that are agreed, a dispute, one that is withdrawn, or the wish to show both sides. */
export async function agreeAction(context: Context, personId: string, form: FormData) {
  const page = `/people/${personId}/agree`;
  if (form.has('dispute')) return disputeAction(context, personId, form);
  if (form.has('withdraw')) {
    const outcome = await withdrawDispute(context, personId, textOf(form, 'withdraw'));
    return outcome.ok ? redirect(`${page}?notice=withdrawn`) : refuse(form, 409, { problems: [outcome.problem] });
  }
  if (textOf(form, 'intent') === 'show') {
    const outcome = await showAnswers(context, personId);
    return outcome.ok ? redirect(`${page}?notice=shown`) : refuse(form, 422, { problems: [outcome.problem] });
  }
  const { entries, notesAlone, contradicted } = assessEntries(form, ['agreed']);
  const early = [
    ...notesAlone.map((skillId) => ({ field: assessField.section(skillId), message: 'Choose a level to go with what you wrote: it is not kept alone' })),
    ...contradicted.map((skillId) => ({ field: assessField.section(skillId), message: contradiction })),
  ];
  if (early.length > 0) return refuse(form, 422, { problems: early });
  const parsed = agreementInput.safeParse({ entries });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const entry = entries[Number(path[1])];
      return { field: entry ? assessField.section(entry.skillId) : null, message };
    });
    return refuse(form, 422, { problems });
  }
  const outcome = await agreeLevels(context, personId, parsed.data);
  if (outcome.ok) return redirect(`${page}?notice=agreed`);
  const { field, message } = outcome.problem;
  const all = outcome.further?.map((one) => ({ field: one.skillId, message: one.message })) ?? [{ field, message }];
  return refuse(form, outcome.staleSkillIds.length > 0 ? 409 : 422, {
    problems: all.map((one) => ({ message: one.message, field: one.field === null ? null : assessField.section(one.field) })),
    staleSkillIds: outcome.staleSkillIds,
    confirmSkillIds: outcome.further?.filter((one) => one.isUnconfirmed).map((one) => one.skillId) ?? [],
  });
}

async function disputeAction(context: Context, personId: string, form: FormData) {
  const skillId = textOf(form, 'dispute');
  const field = `words.${skillId}`;
  const parsed = disputeInput.safeParse({ skillId, assessmentId: textOf(form, 'assessment'), words: textOf(form, field) });
  if (!parsed.success) return refuse(form, 422, { problems: [{ field, message: parsed.error.issues[0]?.message ?? 'Say why you do not agree' }] });
  const outcome = await raiseDispute(context, personId, parsed.data);
  if (outcome.ok) return redirect(`/people/${personId}/agree?notice=disputed`);
  return refuse(form, outcome.isStale ? 409 : 422, { problems: [{ field, message: outcome.problem.message }] });
}
