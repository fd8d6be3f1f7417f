import { z } from 'zod';
import { evidenceParts } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { webAddress } from '#app/domain/assessment/evidence/web-address.ts';
import { formRevision, plainText, realDay } from '#app/platform/form/typed-values.ts';

const words = (most: number) =>
  plainText()
    .trim()
    .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer here`)
    .nullish()
    .transform((text) => text || null);

const day = z
  .union([z.literal('').transform(() => null), z.null(), realDay('Enter a real date, such as 2026-11-02')])
  .optional()
  .transform((value) => value ?? null);

const links = z
  .array(z.string())
  .transform((lines) => [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))])
  .superRefine((lines, context) => {
    if (lines.length > 10) context.addIssue({ code: 'custom', message: `Give at most 10 links. There are ${lines.length}` });
    const wrong = lines.findIndex((line) => webAddress(line) === null);
    if (wrong >= 0) {
      const shown = lines[wrong]!.length > 60 ? `${lines[wrong]!.slice(0, 60)}…` : lines[wrong]!;
      const message = `Link ${wrong + 1}, “${shown}”, must begin with https:// or http://, hold no blanks and be at most 2,000 characters long`;
      context.addIssue({ code: 'custom', message });
    }
  });

/** What may be written as evidence: one text, or four parts; what stands in the fields of the other form is left out. */
export const evidenceInput = z
  .object({
    fields: z.enum(['one', 'four'], 'Choose one text or four parts'),
    summary: words(8000),
    situation: words(4000),
    task: words(4000),
    action: words(4000),
    result: words(4000),
    links,
    happenedOn: day,
    happenedUntil: day,
  })
  .superRefine((typed, context) => {
    const fail = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (typed.fields === 'one' && typed.summary === null) fail('summary', 'Write what happened and what came of it');
    if (typed.fields === 'four' && evidenceParts.every((part) => typed[part] === null)) fail('situation', 'Write something in at least one of the four parts');
    if (typed.happenedUntil !== null && typed.happenedOn === null) fail('happenedOn', 'Enter the first day too, or leave both empty');
    if (typed.happenedUntil !== null && typed.happenedOn !== null && typed.happenedUntil < typed.happenedOn) {
      fail('happenedUntil', 'The last day must be on or after the first');
    }
  })
  .transform(({ fields, ...typed }): typeof typed =>
    fields === 'one' ? { ...typed, situation: null, task: null, action: null, result: null } : { ...typed, summary: null },
  );

/** A change of evidence goes back with the revision that it was made on. */
export const evidenceRevision = z.object({ revision: formRevision });

export type EvidenceInput = z.output<typeof evidenceInput>;
