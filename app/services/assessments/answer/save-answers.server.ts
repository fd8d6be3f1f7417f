import type { Context } from '#app/platform/context.ts';
import { within } from '#app/platform/within.server.ts';
import type { AnswerInput } from './answer-input.ts';
import { saveAnswer, type SaveAnswerOutcome } from './save-answer.server.ts';

/**
 * Saves a form of answers to several skills of one person. Each answer is kept or refused by itself, so that one that somebody
 * else changed meanwhile does not hold up the others. Answers in the order of the inputs. Throws as saveAnswer does.
 */
export async function saveAnswers(context: Context, personId: string, inputs: readonly AnswerInput[]): Promise<SaveAnswerOutcome[]> {
  return context.db.transaction(async (tx) => {
    const outcomes: SaveAnswerOutcome[] = [];
    for (const input of inputs) outcomes.push(await saveAnswer(within(context, tx), personId, input));
    return outcomes;
  });
}
