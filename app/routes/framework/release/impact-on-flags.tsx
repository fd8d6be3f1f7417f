import { flagKindNames } from '#app/routes/teams/flag-kind-names.ts';
import { Details } from '#app/ui/details.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { PresentedTotal } from './presented-release.ts';

const words = { comes: 'Comes', goes: 'Goes', changes: 'Says something else' } as const;

/** What the whole release does to levels and flags: in words, and the flags folded below. */
export function ImpactOnFlags({ total }: { total: PresentedTotal }) {
  const { rest, flags, moreFlags } = total;
  return (
    <>
      {rest !== '' && <p className="mb-close max-w-prose">{rest}</p>}
      {flags.length > 0 && (
        <Details summary="Flags that come, go or say something else">
          <ul className="grid gap-close text-dense">
            {flags.map(({ becomes, kind, teamId, teamName, skillName }) => (
              <li key={`${becomes} ${kind} ${teamId} ${skillName}`} className="min-w-0 wrap-anywhere">
                {words[becomes]}: {flagKindNames[kind]}
                {skillName !== null && `, ${skillName}`}, <TextLink to={`/teams/${teamId}/flags`}>{teamName}</TextLink>
              </li>
            ))}
          </ul>
          {moreFlags > 0 && <p className="mt-close text-dense text-muted">And {moreFlags} more.</p>}
        </Details>
      )}
    </>
  );
}
