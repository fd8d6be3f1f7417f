import type { ExportPlace, PersonalColumn } from './personal-column.ts';

/** A column that stands in the export, and where. */
export const exportTo = (exported: ExportPlace): PersonalColumn => ({ exported });
