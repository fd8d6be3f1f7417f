import type { ExpectedRange } from '#app/domain/framework/career/expected-range.ts';

interface RangeCellProps {
  range: ExpectedRange | null;
  scale: readonly { ordinal: number; name: string }[];
}

/** An expected level by number and name, or the levels between which those of a whole role lie. */
export function RangeCell({ range, scale }: RangeCellProps) {
  if (range === null) return <span className="text-muted">not expected</span>;
  const name = (ordinal: number) => `${ordinal} ${scale.find((step) => step.ordinal === ordinal)?.name ?? ''}`;
  return <span className="font-strong">{range.lowest === range.highest ? name(range.lowest) : `${name(range.lowest)} to ${name(range.highest)}`}</span>;
}
