import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { readTable } from '#app/domain/framework/reading/tables/read-table.ts';
import { slugKey } from '#app/domain/framework/slug-key.ts';
import { startReport, type ImportReport } from '#app/domain/framework/start-report.ts';
import { scaleColumns } from './template-columns.ts';
import { templateLimits } from './template-limits.ts';
import type { TemplateSource } from './template-source.ts';

export interface ScaleTable {
  report: ImportReport;
  frameworkName: string;
  scale: ScaleStep[];
}

/** What an own framework may not be called: the official one has these addresses. */
const official = new Set(['gdad', 'government-digital-and-data', 'government-digital-and-data-profession']);

/**
 * The name of the framework and its scale of one to nine steps, counted from 1 without a gap, each with a name of its
 * own. Refuses, with the row, anything else, and two frameworks in one table.
 */
export function readScaleTable(source: TemplateSource): ScaleTable {
  const report = startReport(source.file);
  const steps = new Map<number, { name: string; row: number }>();
  const names = new Map<string, number>();
  let frameworkName = '';
  for (const { row, cell } of readTable(source.rows, scaleColumns, report)) {
    const framework = report.name(cell('framework'), row, 'Framework');
    if (frameworkName === '') frameworkName = framework;
    else if (framework !== '' && nameKey(framework) !== nameKey(frameworkName)) {
      report.refuse(row, 'Framework', `Row ${row} names the framework "${framework}", a row above it "${frameworkName}". One upload holds one framework: hand them over one by one.`);
    }
    const step = cell('step').trim();
    const ordinal = /^\d{1,3}$/.test(step) ? Number(step) : 0;
    const name = report.name(cell('levelName'), row, 'Level name');
    const [before, same] = [steps.get(ordinal), names.get(nameKey(name))];
    if (ordinal < 1 || ordinal > templateLimits.steps) report.refuse(row, 'Step', `Row ${row} has the step "${step.slice(0, 40)}". Steps are whole numbers from 1, the lowest, to at most ${templateLimits.steps}.`);
    else if (name === '') report.refuse(row, 'Level name', `Row ${row} has no name for step ${ordinal}. Give each step one, such as "Working".`);
    else if (name.length > templateLimits.levelNameLength) report.refuse(row, 'Level name', `Row ${row} has a level name of ${name.length} characters; at most ${templateLimits.levelNameLength} are read.`);
    else if (/^\d+$/.test(name) && Number(name) !== ordinal) report.refuse(row, 'Level name', `Row ${row} calls step ${ordinal} "${name}", which reads as another step. Give it a name, or its own number.`);
    else if (before) report.refuse(row, 'Step', `Step ${ordinal} stands on row ${before.row} and again on row ${row}. Keep one of them.`);
    else if (same !== undefined) report.refuse(row, 'Level name', `"${name}" names a step on row ${same} and another on row ${row}. Each step needs a name of its own.`);
    else {
      steps.set(ordinal, { name, row });
      names.set(nameKey(name), row);
    }
  }
  const scale = [...steps].map(([ordinal, { name }]) => ({ ordinal, name })).sort((a, b) => a.ordinal - b.ordinal);
  if (!report.refused) checkWhole(frameworkName, scale, report);
  return { report, frameworkName, scale };
}

function checkWhole(frameworkName: string, scale: readonly ScaleStep[], report: ImportReport): void {
  const gap = scale.findIndex((step, index) => step.ordinal !== index + 1);
  if (gap !== -1) report.refuse(null, 'Step', `Step ${gap + 1} is missing in ${report.file}. Steps count from 1 without a gap.`);
  if (frameworkName === '') {
    report.refuse(2, 'Framework', 'Row 2 has no name of the framework. Write it under "Framework" in the first row, or in each.');
  } else if (official.has(slugKey(frameworkName))) {
    report.refuse(2, 'Framework', `Row 2 names the framework "${frameworkName}", as the official one is named. Give yours another name; to add to the official one, use your own additions.`);
  } else if (slugKey(frameworkName) === 'unnamed') {
    report.refuse(2, 'Framework', `Row 2 names the framework "${frameworkName}". Its name needs at least one letter a-z or digit, because its address is made of it.`);
  }
}
