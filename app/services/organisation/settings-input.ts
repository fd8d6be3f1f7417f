import { z } from 'zod';
import { plainText } from '#app/platform/form/typed-values.ts';

const wholeDays = 'Enter the review period in whole days, from 30 to 1825';

/** What an administrator decides about the organisation. */
export const settingsInput = z.object({
  name: plainText('Enter the name of the organisation')
    .trim()
    .min(1, 'Enter the name of the organisation')
    .max(200, 'Use 200 characters or fewer for the name'),
  reviewPeriodDays: z
    .string(wholeDays)
    .trim()
    .regex(/^\d{1,4}$/, wholeDays)
    .transform(Number)
    .refine((days) => days >= 30 && days <= 1825, wholeDays),
  secondFactorRequired: z.literal('on').optional().transform((ticked) => ticked === 'on'),
});

export type SettingsInput = z.output<typeof settingsInput>;
