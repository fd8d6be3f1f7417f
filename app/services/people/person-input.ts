import { z } from 'zod';
import { plainText, realDay } from '#app/platform/form/typed-values.ts';

const optionalText = (max: number) =>
  plainText()
    .trim()
    .max(max, `Use ${max} characters or fewer`)
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null);

const optionalDate = z
  .union([z.literal('').transform(() => null), realDay('Enter a real date, such as 2027-03-31'), z.null()])
  .optional()
  .transform((date) => date ?? null);

const name = plainText('Enter the name')
  .trim()
  .min(1, 'Enter the name')
  .max(200, 'Use 200 characters or fewer for the name');

const email = z
  .union([
    z.literal('').transform(() => null),
    z.null(),
    plainText()
      .trim()
      .toLowerCase()
      .max(254, 'Use 254 characters or fewer for the e-mail address')
      .pipe(z.email('Enter an e-mail address like name@example.gov.uk')),
  ])
  .optional()
  .transform((text) => text ?? null);

/** What may be said of a person, whoever says it: a form, the API or a command. */
export const personDetailsInput = z.object({
  name,
  email,
  grade: optionalText(20),
  startsOn: realDay('Enter the start date, such as 2026-09-01'),
  leavesOn: optionalDate,
});

/** Where a person stands. */
export const placementInput = z.object({
  teamId: z.uuid('Choose a team'),
  roleLevelId: z.uuid('Choose a role level'),
});

export const newPersonInput = personDetailsInput.extend(placementInput.shape);

export type PersonDetails = z.output<typeof personDetailsInput>;
export type NewPerson = z.output<typeof newPersonInput>;
