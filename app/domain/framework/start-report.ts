import { cleanName } from './clean-name.ts';
import type { ImportNotice, ImportRefusal } from './framework-facts.ts';
import { frameworkLimits } from './framework-limits.ts';

/** Collects what one document's reading has to say. */
export interface ImportReport {
  readonly file: string;
  readonly notices: ImportNotice[];
  readonly refused: boolean;
  notice(kind: ImportNotice['kind'], row: number | null, message: string): void;
  refuse(row: number | null, column: string | null, message: string): void;
  /** The cleaned name; says once per spelling that it was cleaned, and refuses one that is too long. */
  name(raw: string, row: number, column: string | null): string;
  /** The problems, at most `frameworkLimits.refusals` of them and then one line that counts the rest. */
  refusals(): ImportRefusal[];
}

/** An empty report about the named document. */
export function startReport(file: string): ImportReport {
  const notices: ImportNotice[] = [];
  const refusals: ImportRefusal[] = [];
  const seen = new Set<string>();
  let left = 0;
  const report: ImportReport = {
    file,
    notices,
    get refused() {
      return refusals.length > 0;
    },
    notice: (kind, row, message) => void notices.push({ kind, file, row, message }),
    refuse(row, column, message) {
      if (refusals.length < frameworkLimits.refusals) refusals.push({ file, row, column, message });
      else left += 1;
    },
    name(raw, row, column) {
      const name = cleanName(raw);
      if (name.length > frameworkLimits.nameLength) {
        report.refuse(row, column, `A name of ${name.length} characters is longer than ${frameworkLimits.nameLength}; has another column slipped into this one?`);
      } else if (name !== raw && name !== '' && !seen.has(raw)) {
        seen.add(raw);
        report.notice('cleaned-name', row, `Surplus spaces or invisible characters were taken out of "${name}".`);
      }
      return name;
    },
    refusals: () =>
      left === 0
        ? [...refusals]
        : [...refusals, { file, row: null, column: null, message: `And ${left} more problems of this kind.` }],
  };
  return report;
}
