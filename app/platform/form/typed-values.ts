import { z } from 'zod';

/** Text that PostgreSQL can keep: it knows no NUL, and nobody types one. */
export const plainText = (message?: string) =>
  z.string(message).refine((text) => !text.includes('\0'), 'Remove the character that cannot be seen or kept');

/** The number that a form was filled in on and brings back; columns of PostgreSQL count no further. */
export const formRevision = z.coerce.number('Open this page again and send its form').int().min(0).max(2_147_483_647);

/** A date of today's calendar: PostgreSQL knows no year 0, and nobody here was born before 1900. */
export const realDay = (message: string) => z.iso.date(message).refine((text) => text >= '1900-01-01', message);
