import type { ServiceCell } from '#app/domain/capability/cell.ts';

/**
 * A team's cell in words: how many of the assessed meet the expected level, the share in whole per cent (rounded
 * down, so that only all is 100%), and how many are not counted because they are not assessed.
 */
export function serviceCellState(cell: ServiceCell): string {
  if (cell.suppressed) return 'hidden, so that nobody can be recognised';
  if (cell.expected === 0) return 'expected of nobody';
  const missing = cell.expected - cell.assessed;
  if (cell.assessed === 0) return `nobody assessed of ${cell.expected} expected`;
  const share = cell.share ?? cell.met / cell.assessed;
  const met = `${cell.met} of ${cell.assessed} assessed ${cell.met === 1 ? 'meets' : 'meet'} the expected level, ${Math.floor(share * 100 + 1e-9)}%`;
  return missing > 0 ? `${met}, ${missing} not assessed` : met;
}
