import { z } from 'zod';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { plainText } from '#app/platform/form/typed-values.ts';

const points = z.coerce.number('Enter points as a number').min(0, 'Points are 0 or more').max(100, 'Points are at most 100').multipleOf(0.5, 'Enter whole or half points');

/** One band a line, "Name: points". */
const bands = plainText()
  .max(2000, 'Use 2,000 characters or fewer for the bands')
  .transform((text, context) => {
    const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
    const read = lines.map((line) => {
      const [, name = '', from = ''] = /^(.+?)\s*:\s*(\d+(?:\.5|\.0)?)$/u.exec(line) ?? [];
      return { name: cleanName(name), from: Number(from), line };
    });
    const problem = problemOf(read);
    if (problem) context.addIssue({ code: 'custom', message: problem });
    return read.map(({ name, from }) => ({ name, from }));
  });

function problemOf(read: readonly { name: string; from: number; line: string }[]): string | null {
  if (read.length > 20) return 'Use 20 bands or fewer';
  const odd = read.find(({ name }) => name === '' || name.length > 80);
  if (odd) return `Write each band on a line as a name, a colon and the points it begins at, such as "Band 2: 12", not "${odd.line.slice(0, 80)}"`;
  const fallen = read.find(({ from }, at) => at > 0 && from <= read[at - 1]!.from);
  if (fallen) return `Write the bands in rising order of points: ${fallen.name} begins no higher than the band before it`;
  if (new Set(read.map(({ name }) => name.toLowerCase())).size < read.length) return 'Give each band a name of its own';
  return null;
}

/** The form of a scoring scheme: its name and its rules. */
export const schemeInput = z
  .object({
    name: plainText().transform(cleanName).pipe(z.string().min(1, 'Enter a name').max(120, 'Use 120 characters or fewer')),
    below: points,
    at: points,
    above: points,
    bestOf: z.union([z.literal('').transform(() => null), z.coerce.number('Enter a whole number, or leave it empty').int('Enter a whole number').min(1, 'Count at least one skill').max(200, 'Count at most 200 skills')]),
    unassessedAllowed: z.coerce.number('Enter a whole number').int('Enter a whole number').min(0, 'Enter 0 or more').max(200, 'Enter 200 or less'),
    bands,
  })
  .transform(({ name, below, at, above, bestOf, unassessedAllowed, bands: steps }) => ({
    name,
    rules: { points: { below, at, above }, bestOf, unassessedAllowed, bands: steps },
  }));

export type SchemeInput = z.output<typeof schemeInput>;

/** What somebody confirms of a suggestion. */
export const scoreInput = z.object({
  personId: z.uuid('Choose a person'),
  /** The points that were shown: what changed since is told. */
  seenPoints: z.coerce.number('Open this page again'),
  band: plainText().max(80).transform((text) => (text === '' ? null : text)),
  reason: plainText()
    .trim()
    .max(2000, 'Use 2,000 characters or fewer for the reason')
    .transform((text) => (text === '' ? null : text)),
});

export type ScoreInput = z.output<typeof scoreInput>;
