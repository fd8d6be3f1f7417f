import type { ServiceCell } from '#app/domain/capability/cell.ts';

/**
 * A team's cell in words: how many of the assessed meet the expected level, the share in whole per cent (rounded
 * down, so that only all is 100%), and how many are not counted because they are not assessed.
 */
export function serviceCellState({ expected, assessed, met, share, suppressed }: ServiceCell): string {
  if (suppressed) return 'hidden, so that nobody can be recognised';
  if (expected === 0) return 'expected of nobody';
  if (assessed === 0) return `nobody assessed of ${expected} expected`;
  const missing = expected - assessed;
  const percent = Math.floor((share ?? met / assessed) * 100 + 1e-9);
  return `${met} of ${assessed} assessed meet${met === 1 ? 's' : ''} the expected level, ${percent}%${missing > 0 ? `, ${missing} not assessed` : ''}`;
}
