import type { ServiceCell } from '#app/domain/capability/cell.ts';

/**
 * The short text of a team's cell: "3/5" met over assessed, "-" expected of someone but nobody is assessed, "·"
 * expected of nobody, "[c]" hidden by disclosure control.
 */
export function serviceCellText(cell: ServiceCell): string {
  if (cell.suppressed) return '[c]';
  if (cell.expected === 0) return '·';
  if (cell.assessed === 0) return '-';
  return `${cell.met}/${cell.assessed}`;
}
