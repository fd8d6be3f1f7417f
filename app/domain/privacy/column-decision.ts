import type { ExportPlace, PersonalColumn } from './personal-column.ts';

/** A column that stands in the export, and where. */
export const to = (exported: ExportPlace): PersonalColumn => ({ exported });
/** A column that the export leaves out, and why. */
export const not = (leftOut: string): PersonalColumn => ({ leftOut });

export const theOrganisation = not('the organisation that answers: it is named at the head of the export');
export const themselves = not('the person themselves: each row in the export is theirs');
export const ourName = not('names the row to the database and says nothing about anybody');
export const secret = not('a secret, or the hash of one: with it somebody could come in');
export const counter = not('counts edits, so that an older one is refused');
