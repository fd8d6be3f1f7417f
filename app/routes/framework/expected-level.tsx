interface ExpectedLevelProps {
  expectedLevel: number | null;
  /** What the role level before expects; left out for the first. */
  before?: number | null;
  scale: readonly { ordinal: number; name: string }[];
}

/** The expected level of one role level, and below it what differs from the role level before. */
export function ExpectedLevel({ expectedLevel, before, scale }: ExpectedLevelProps) {
  const difference = before === undefined ? '' : differenceOf(before, expectedLevel);
  return (
    <>
      {expectedLevel === null ? (
        // A hidden text that is placed from the page's corner would widen the page by as much as the table scrolls.
        <span className="relative block">
          <span aria-hidden="true">–</span>
          <span className="sr-only">not expected</span>
        </span>
      ) : (
        <span className="font-strong">
          {expectedLevel} {scale.find(({ ordinal }) => ordinal === expectedLevel)?.name}
        </span>
      )}
      {difference !== '' && <span className="block text-note text-muted">{difference}</span>}
    </>
  );
}

function differenceOf(before: number | null, expectedLevel: number | null): string {
  if (before === expectedLevel) return '';
  if (before === null) return 'new at this level';
  if (expectedLevel === null) return 'no longer expected';
  const steps = Math.abs(expectedLevel - before);
  return `${steps === 1 ? 'one level' : `${steps} levels`} ${expectedLevel > before ? 'up' : 'down'}`;
}
