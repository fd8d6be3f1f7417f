import { templateTableNames } from '#app/domain/framework/template/template-columns.ts';

/** The forms in which a framework's four tables are written: one workbook, or one file for each table. */
export const templateFormats = ['xlsx', 'ods', ...templateTableNames.map((name) => `${name}.csv` as const)] as const;

export type TemplateFormat = (typeof templateFormats)[number];
