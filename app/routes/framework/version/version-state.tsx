import { Tag } from '#app/ui/tag.tsx';

interface VersionStateProps {
  version: { isAdopted: boolean; withdrawnOn: string | null; ownAdditionCount: number };
  /** The release that the additions are laid over, where the reader needs it named. */
  laidOver?: string | null;
}

/** What became of a version, and what it is made of. */
export function VersionState({ version, laidOver = null }: VersionStateProps) {
  const { isAdopted, withdrawnOn, ownAdditionCount } = version;
  return (
    <>
      {isAdopted && <Tag tone="good">Adopted now</Tag>}
      {withdrawnOn !== null && <Tag tone="bad">{`Taken back on ${withdrawnOn}`}</Tag>}
      {ownAdditionCount > 0 && (
        <span className="block text-muted">
          {laidOver === null ? 'The release' : laidOver} with {ownAdditionCount === 1 ? 'one addition' : `${ownAdditionCount} additions`} of your organisation
        </span>
      )}
    </>
  );
}
