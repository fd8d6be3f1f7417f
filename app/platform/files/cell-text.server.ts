import { type CellObject, SSF } from '@e965/xlsx';

/**
 * A cell as text: numbers plain, dates and times as ISO, yes and no as spreadsheets write them; the result of a formula
 * as it was saved. Null for an error such as #REF!.
 */
export function cellText(cell: CellObject, isFrom1904: boolean): string | null {
  if (cell.t === 'e') return null;
  if (cell.v === undefined || cell.v === null || cell.t === 'z') return '';
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE';
  if (typeof cell.v === 'number') return cell.z !== undefined && SSF.is_date(String(cell.z)) ? isoText(cell.v, isFrom1904) : String(cell.v);
  return String(cell.v);
}

/** Reckoned from the number itself, in which no time zone is: day 1 is 1900-01-01, or 1904-01-02. */
function isoText(value: number, isFrom1904: boolean): string {
  const parts = SSF.parse_date_code(value, { date1904: isFrom1904 }) as { y: number; m: number; d: number; H: number; M: number; S: number } | null;
  if (parts === null) return String(value);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const day = `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
  const time = `${two(parts.H)}:${two(parts.M)}:${two(parts.S)}`;
  if (value < 1 && value >= 0) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
