import { z } from 'zod';
import { jobDescriptionLimits as limits } from '#app/domain/framework/job/job-description-limits.ts';
import { formRevision, plainText } from '#app/platform/form/typed-values.ts';

const text = (name: string) =>
  plainText().trim().max(limits.textLength, `${name} may have ${limits.textLength} characters at most: shorten it`);
const lines = (name: string) =>
  z
    .array(plainText().trim().max(limits.lineLength, `A line of ${name} has more than ${limits.lineLength} characters: split it`))
    .max(limits.lines, `${name} may have ${limits.lines} lines at most: put some together`);

/** What the form of a job description may say. Text is plain; lists have one entry a line. */
export const jobDescriptionInput = z.object({
  revision: formRevision,
  title: plainText().trim().min(1, 'Enter a title').max(limits.titleLength, `Enter a title of ${limits.titleLength} characters at most`),
  advert: text('The advert'),
  purpose: text('The purpose'),
  duties: lines('Duties'),
  specification: z
    .array(
      z.object({
        area: plainText().trim().min(1, 'Name the area of these criteria, or take its criteria out').max(limits.titleLength, `Name the area in ${limits.titleLength} characters at most`),
        essential: lines('Essential criteria'),
        desirable: lines('Desirable criteria'),
      }),
    )
    .max(limits.areas, `A person specification may have ${limits.areas} areas at most`),
  howToApply: text('How to apply'),
});

export type JobDescriptionInput = z.infer<typeof jobDescriptionInput>;

/** A role level to draft from, and skills that the post is to close a gap in: by key, with the level that is needed. */
export const jobDescriptionStart = z.object({
  roleLevelId: z.uuid('Choose a role level'),
  gaps: z.array(z.object({ key: z.string().regex(/^[\w-]{1,120}$/), level: z.number().int().min(1).max(9).nullable() })).max(20),
});

export type JobDescriptionStart = z.infer<typeof jobDescriptionStart>;
