import { Tag } from '#app/ui/tag.tsx';

/** Beside what the release does not have: whose it is. */
export function OwnMark() {
  return (
    <p className="mb-snug">
      <Tag>Added by your organisation</Tag>
    </p>
  );
}
