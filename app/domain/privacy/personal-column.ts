import type { exportSections, ExportSection } from './export-section.ts';

/** Where a column stands in an export: its subject and its key there. */
export type ExportPlace = { [S in ExportSection]: `${S}.${keyof (typeof exportSections)[S]['columns'] & string}` }[ExportSection];

/** What becomes of a column that says something about a person: in the export, or left out for a reason. */
export type PersonalColumn = { exported: ExportPlace } | { leftOut: string };

/** By table and column, as the database names them. */
export type PersonalColumns = Record<string, Record<string, PersonalColumn>>;
