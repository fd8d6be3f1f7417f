import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { matchScaleStep } from '#app/domain/framework/reading/match-scale-step.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';

/** The step (1 up) that a cell names, by its name in any letter case or by its number; null, and refused, where the scale has none such. */
export function readStep(word: string, scale: readonly ScaleStep[], at: { row: number; column: string }, report: ImportReport): number | null {
  const ordinal = matchScaleStep(word, scale) ?? scale.find((step) => String(step.ordinal) === word)?.ordinal ?? null;
  if (ordinal === null && scale.length > 0) {
    report.refuse(at.row, at.column, `Row ${at.row} has the level "${word.slice(0, 60)}". The scale has: ${scale.map((step) => `${step.ordinal} ${step.name}`).join(', ')}.`);
  }
  return ordinal;
}
