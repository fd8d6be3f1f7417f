import { z } from 'zod';
import { type RetentionPeriods, retentionClasses, retentionClassNames } from '#app/domain/privacy/retention-class.ts';

const daysOf = (name: (typeof retentionClassNames)[number]) => {
  const { title, minimumDays, maximumDays } = retentionClasses[name];
  const message = `${title}: enter whole days, from ${minimumDays} to ${maximumDays}`;
  return z
    .string(message)
    .trim()
    .regex(/^\d{1,5}$/, message)
    .transform(Number)
    .refine((days) => days >= minimumDays && days <= maximumDays, message);
};

/** How long each class is kept, in days, as typed. */
export const retentionInput = z
  .object(Object.fromEntries(retentionClassNames.map((name) => [name, daysOf(name)])))
  .transform((periods) => periods as RetentionPeriods);
