import { data, redirect } from '@remix-run/node';
import type { Context, Problem } from '#app/platform/context.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { answerInput } from '#app/services/assessments/answer/answer-input.ts';
import { handIn, type HandingVoice } from '#app/services/assessments/answer/hand-in.server.ts';
import { saveAnswers } from '#app/services/assessments/answer/save-answers.server.ts';
import { showAnswers } from '#app/services/assessments/answer/show-answers.server.ts';
import { takeBack } from '#app/services/assessments/answer/take-back.server.ts';
import { assessField, contradiction, isContradicted, sentFields, skillsIn, textOf } from './assess-entries.ts';
import { tickedIn } from './ticked-in.ts';
import { voiceAnswers } from './voice-answers.ts';

/** What the page of a form that was not taken shows; all of it empty is a form that was. */
export interface Refused {
  problems: Problem[];
  staleSkillIds: string[];
  /** Skills of which a level that is not defined was given. */
  confirmSkillIds: string[];
  /** What is unanswered, where it is asked whether to hand in without. */
  missing: string[];
  typed: Record<string, string>;
  ticked: Record<string, string[]>;
}

/** Keeps everything that a refused form held, to be shown with what is wrong. */
export function refuse(form: FormData, status: 409 | 422, what: Partial<Refused>) {
  const refused: Refused = { problems: [], staleSkillIds: [], confirmSkillIds: [], missing: [], typed: typedText(form), ticked: tickedIn(form), ...what };
  return data(refused, { status });
}

/** The form of one voice in a round: keeps what was answered, and then hands in, takes back or shows, as its button says. */
export async function voiceAction(context: Context, personId: string, form: FormData) {
  const voice: HandingVoice = textOf(form, 'voice') === 'self' ? 'self' : 'manager';
  const intent = textOf(form, 'intent');
  const page = `/people/${personId}/assess`;
  const about = (message: string, skillId: string): Problem => ({ field: `skill-${skillId}`, message });
  if (intent === 'take-back' || intent === 'show') {
    const outcome = intent === 'show' ? await showAnswers(context, personId) : await takeBack(context, personId, voice);
    if (!outcome.ok) return refuse(form, 422, { problems: [outcome.problem] });
    return redirect(`${page}?notice=${intent === 'show' ? 'shown' : 'taken-back'}`);
  }
  const unchangedSkill = intent.startsWith('unchanged:') ? intent.slice('unchanged:'.length) : null;
  const contradicted = skillsIn(form).filter((skillId) => isContradicted(sentFields(form, voice, skillId), textOf(form, assessField.was(skillId))));
  if (contradicted.length > 0) return refuse(form, 422, { problems: contradicted.map((skillId) => about(contradiction, skillId)) });
  const sent = voiceAnswers(form, voice, unchangedSkill);
  const parsed = sent.map((one) => ({ one, result: answerInput.safeParse(one) }));
  const malformed = parsed.flatMap(({ one, result }) => (result.success ? [] : [about(result.error.issues[0]?.message ?? 'Choose an answer', one.skillId)]));
  if (malformed.length > 0) return refuse(form, 422, { problems: malformed });
  const inputs = parsed.flatMap(({ result }) => (result.success ? [result.data] : []));
  const outcomes = await saveAnswers(context, personId, inputs);
  const refused = outcomes.flatMap((outcome, index) => (outcome.ok ? [] : [{ outcome, skillId: inputs[index]!.skillId }]));
  if (refused.length > 0) {
    const stale = refused.filter(({ outcome }) => outcome.kind === 'conflict').map(({ skillId }) => skillId);
    return refuse(form, stale.length > 0 ? 409 : 422, {
      problems: refused.map(({ outcome, skillId }) =>
        about(outcome.kind === 'conflict' ? 'Somebody else answered meanwhile. What you wrote is still here, and not saved.' : outcome.problem.message, skillId),
      ),
      staleSkillIds: stale,
      confirmSkillIds: refused.filter(({ outcome }) => outcome.kind === 'confirm-undefined').map(({ skillId }) => skillId),
    });
  }
  if (intent === 'hand-in') {
    const outcome = await handIn(context, personId, voice, { acceptMissing: form.has('acceptMissing') });
    if (!outcome.ok) {
      const missing = outcome.missing.map(({ name, hasNote }) => (hasNote ? `${name} (a note, which stays with you)` : name));
      return refuse(form, 422, { problems: [{ field: outcome.missing.length > 0 ? 'acceptMissing' : null, message: outcome.problem.message }], missing });
    }
    return redirect(`${page}?notice=${outcome.value.isShown ? 'shown' : 'handed-in'}`);
  }
  return redirect(`${page}?notice=saved${unchangedSkill ? `#${assessField.section(unchangedSkill)}` : ''}`);
}
