import { TextLink } from '#app/ui/text-link.tsx';
import type { PresentedRelease } from './presented-release.ts';

/** Ways to what else the same documents came to: each framework among them is a release of its own. */
export function HandedInTogether({ releases }: { releases: PresentedRelease['together'] }) {
  if (releases.length === 0) return null;
  return (
    <div className="mb-part max-w-prose">
      <p className="mb-close">The same documents also hold {releases.length === 1 ? 'another framework' : 'other frameworks'}, decided about and published by itself:</p>
      <ul className="grid list-disc gap-close pl-step">
        {releases.map(({ to, name }) => (
          <li key={to} className="wrap-anywhere">
            <TextLink to={to}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
