import { z } from 'zod';
import { directionWords, turnsDirection } from '#app/domain/access/turns-direction.ts';

/** Text that PostgreSQL can keep, which knows no NUL, and that reads in the order in which it was written. Nobody types either. */
export const plainText = (message?: string) =>
  z
    .string(message)
    .refine((text) => !text.includes('\0'), 'Remove the character that cannot be seen or kept')
    .refine((text) => !turnsDirection(text), directionWords);

/** The number that a form was filled in on and brings back; columns of PostgreSQL count no further. */
export const formRevision = z.coerce.number('Open this page again and send its form').int().min(0).max(2_147_483_647);

/** A date of today's calendar: PostgreSQL knows no year 0, and nobody here was born before 1900. */
export const realDay = (message: string) => z.iso.date(message).refine((text) => text >= '1900-01-01', message);
