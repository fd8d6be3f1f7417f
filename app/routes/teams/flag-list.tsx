import { describeFlag } from '#app/domain/capability/describe-flag.ts';
import type { Flag } from '#app/domain/capability/flag.ts';
import { Details } from '#app/ui/details.tsx';
import { SeverityTag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { draftLink } from './draft-link.ts';
import { flagKindNames } from './flag-kind-names.ts';
import { flagLink } from './flag-link.ts';

/** More people who hold the skill are what would help. */
function isAboutCover({ kind }: Flag): boolean {
  return kind === 'no-cover' || kind === 'single-point' || kind === 'under-cover' || kind === 'blind-spot' || kind === 'cover-ends';
}

interface FlagListProps {
  flags: readonly Flag[];
  /** Whether a job description can be drafted for what nobody covers. */
  mayDraft?: boolean;
}

/** Findings that ask for action, each with its people, its numbers and where to go next. */
export function FlagList({ flags, mayDraft = false }: FlagListProps) {
  return (
    <ol className="grid gap-step">
      {flags.map((flag) => {
        const { to, label } = flagLink(flag);
        return (
          <li
            key={`${flag.kind} ${flag.team.id} ${flag.skill?.id} ${flag.rule?.id}`}
            className="border-t border-line pt-snug"
            data-flag={flag.kind}
          >
            <p className="mb-close flex flex-wrap items-center gap-close text-dense">
              <SeverityTag severity={flag.severity} />
              <strong className="font-strong">{flagKindNames[flag.kind]}</strong>
              <span className="text-muted">
                {flag.skill ? `${flag.skill.name}, ` : ''}
                {flag.team.name}
              </span>
            </p>
            <p className="mb-close max-w-prose">{describeFlag(flag)}</p>
            {flag.people.length > 6 && (
              <Details summary={`All ${flag.people.length} people`}>
                <ul className="text-dense">
                  {flag.people.map((person) => (
                    <li key={person.id}>
                      <TextLink to={`/people/${person.id}`}>{person.name}</TextLink> ({person.detail})
                    </li>
                  ))}
                </ul>
              </Details>
            )}
            <p className="flex flex-wrap gap-x-snug gap-y-hair text-dense print:hidden">
              <TextLink to={to}>{label}</TextLink>
              {mayDraft && isAboutCover(flag) && (
                <TextLink to={draftLink(flag)}>Draft a job description<span className="sr-only"> that asks for {flag.skill?.name}</span></TextLink>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
