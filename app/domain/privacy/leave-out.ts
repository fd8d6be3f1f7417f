import type { PersonalColumn } from './personal-column.ts';

/** A column that the export leaves out, and why. */
export const leaveOut = (reason: string): PersonalColumn => ({ leftOut: reason });
