import { assessField, exempt, fieldsKey, notObserved, sentFields, skillsIn, textOf, unchanged } from './assess-entries.ts';

/** An answer as the form of a voice sends it; the schema judges it. */
interface SentAnswer {
  skillId: string;
  source: 'self' | 'manager';
  answer: { kind: string; level?: number; until?: string; reason?: string } | null;
  note: string;
  ticks: string[];
  unchanged: boolean;
  undefinedConfirmed: boolean;
  revision: number;
  seenSequence: number;
}

/**
 * What was changed on the form of one voice: what stands as the page was made is left out, so that a second person who saves the
 * same page writes nothing over. `unchangedSkill` is the skill whose "no change" button was pressed.
 */
export function voiceAnswers(form: FormData, source: 'self' | 'manager', unchangedSkill: string | null): SentAnswer[] {
  return skillsIn(form).flatMap((skillId) => {
    const fields = sentFields(form, source, skillId);
    const choice = skillId === unchangedSkill ? unchanged : exemptionIn(fields);
    const isConfirmed = form.has(assessField.confirm(skillId));
    const isTouched = skillId === unchangedSkill || isConfirmed || fieldsKey(fields) !== textOf(form, assessField.was(skillId));
    if (!isTouched) return [];
    return [
      {
        skillId,
        source,
        answer: answerOf(choice, fields),
        note: fields.note,
        ticks: fields.ticks,
        unchanged: choice === unchanged,
        undefinedConfirmed: isConfirmed,
        revision: Number(textOf(form, assessField.typed(source, skillId))),
        seenSequence: Number(textOf(form, assessField.seen(source, skillId))),
      },
    ];
  });
}

/** A reason that was typed without choosing "exempt" means it, where nothing else was chosen. */
function exemptionIn({ choice, until, reason }: { choice: string; until: string; reason: string }): string {
  return choice === '' && (until !== '' || reason.trim() !== '') ? exempt : choice;
}

function answerOf(choice: string, { until, reason }: { until: string; reason: string }): SentAnswer['answer'] {
  if (choice === '' || choice === unchanged) return null;
  if (choice === notObserved) return { kind: notObserved };
  if (choice === exempt) return { kind: exempt, until, reason };
  return { kind: 'level', level: Number(choice) };
}
