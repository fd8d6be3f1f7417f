import { TextLink } from '#app/ui/text-link.tsx';

/** That releases wait, with the way to them; nothing where none does. */
export function OpenReleases({ count }: { count: number }) {
  if (count === 0) return null;
  return <TextLink to="/framework/releases">{count === 1 ? '1 release waits for decisions.' : `${count} releases wait for decisions.`}</TextLink>;
}
