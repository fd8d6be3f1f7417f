import { Notice } from '#app/ui/notice.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { frameworkLink } from './framework-link.ts';

interface GoneNoticeProps {
  what: 'role' | 'skill';
  /** The label of the first version without it. */
  since: string;
  /** The last version that has it. */
  version: { label: string; frameworkKey: string; kind: string };
  /** Skills that took its place. */
  successors?: readonly { key: string; name: string }[];
}

/** Says that the adopted version has it no more, what the page shows instead, and what took its place. */
export function GoneNotice({ what, since, version, successors = [] }: GoneNoticeProps) {
  return (
    <Notice kind="information">
      <p>
        No longer in the framework since {since}. This is the {what} as it stood last, in {version.label}. What was recorded
        under it stays.
      </p>
      {successors.length > 0 && (
        <p className="mt-close">
          What took its place:{' '}
          {successors.map(({ key, name }, index) => (
            <span key={key}>
              {index > 0 && ', '}
              <TextLink to={frameworkLink(version, 'skills', key)}>{name}</TextLink>
            </span>
          ))}
          .
        </p>
      )}
    </Notice>
  );
}
