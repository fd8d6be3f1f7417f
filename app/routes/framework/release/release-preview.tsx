import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { OfficialSource } from '#app/routes/framework/official-source.tsx';
import { ImpactOnFlags } from './impact-on-flags.tsx';
import type { PresentedPreview } from './presented-release.ts';
import { ReleaseChange } from './release-change.tsx';
import { ReleaseGroup } from './release-group.tsx';
import { ReleaseNotices } from './release-notices.tsx';

interface ReleasePreviewProps {
  preview: PresentedPreview;
  /** Goes with the form: decisions over an older state are refused. */
  revision: number;
}

/** Decisions beyond which the buttons below them are far away. */
const long = 5;

/** Everything a release would change: what waits for a decision first, then the rest by kind, then what was noticed. */
export function ReleasePreview({ preview, revision }: ReleasePreviewProps) {
  const { asking, groups, total, conflicts, notices, waiting, sure, isStale, isBlocked, kind, hasWording } = preview;
  const hasOptional = groups.some(({ items }) => items.some(({ options }) => options.length > 0));
  return (
    <>
      {isStale && <Stale revision={revision} />}
      {total && <ImpactOnFlags total={total} />}
      <Contents preview={preview} />
      <Form method="post" className="mb-part">
        <input type="hidden" name="revision" value={revision} />
        {asking.length > 0 && (
          <section id="decisions" className="mb-part">
            <h2 className="mb-close text-heading-m font-heading">What asks for a decision</h2>
            <p className="mb-snug max-w-prose">
              {waiting === 0 ? 'All of it is decided. You can still choose otherwise.' : 'Nothing can be published before each of these is decided.'}
            </p>
            {sure > 1 && asking.length > long && (
              <p className="mb-snug max-w-prose">
                <a href="#save-decisions">{`Below the last of them, ${sure} likely proposals can be accepted at once.`}</a>
              </p>
            )}
            <ul>
              {asking.map((item) => (
                <ReleaseChange key={item.key} item={item} isTagged isOpen />
              ))}
            </ul>
            <div id="save-decisions" className="flex flex-wrap gap-snug border-t border-line pt-step">
              <Button name="do" value="decide">
                Save decisions
              </Button>
              {sure > 0 && (
                <Button look="secondary" name="do" value="accept">
                  {`Accept ${sure === 1 ? 'the 1 proposal' : `the ${sure} proposals`} with a confidence of 0.80 or more`}
                </Button>
              )}
            </div>
          </section>
        )}
        {groups.map((group) => (
          <ReleaseGroup key={group.kind} group={group} isOpen />
        ))}
        {hasOptional && (
          <Button look="secondary" name="do" value="decide">
            Save decisions
          </Button>
        )}
      </Form>
      {hasWording && <OfficialSource kind={kind} />}
      {conflicts.length > 0 && (
        <section id="own-additions" className="mt-part mb-part max-w-prose">
          <h2 className="mb-close text-heading-m font-heading">Your own additions</h2>
          <p className="mb-snug">They are laid over the release again. Here they and the release cannot both stand as they were meant:</p>
          <ul className="grid list-disc gap-close pl-step">
            {conflicts.map((message) => (
              <li key={message} className="wrap-anywhere">
                {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReleaseNotices notices={notices} />
      <section id="publish" className="mt-part border-t-2 border-ink pt-step">
        <h2 className="mb-close text-heading-m font-heading">Publish or discard</h2>
        <p className="mb-step max-w-prose">{preview.next}</p>
        <div className="flex flex-wrap gap-snug">
          {!isBlocked && <ButtonLink to="?confirm=publish">Publish</ButtonLink>}
          <ButtonLink look="secondary" to="?confirm=discard">
            Discard
          </ButtonLink>
        </div>
      </section>
    </>
  );
}

function Stale({ revision }: { revision: number }) {
  return (
    <Notice kind="information">
      <p className="mb-close">
        Compare it again: what it changes and for whom may be different now. Your decisions are kept where the change is still the same.
      </p>
      <Form method="post">
        <input type="hidden" name="revision" value={revision} />
        <Button look="secondary" name="do" value="compare">
          Compare again
        </Button>
      </Form>
    </Notice>
  );
}

/** Ways to the parts of a long page. */
function Contents({ preview: { asking, groups, conflicts, notices } }: { preview: PresentedPreview }) {
  const entries = [
    ...(asking.length > 0 ? [{ to: 'decisions', label: 'What asks for a decision', count: asking.length }] : []),
    ...groups.map(({ kind, heading, count }) => ({ to: kind, label: heading, count })),
    ...(conflicts.length > 0 ? [{ to: 'own-additions', label: 'Your own additions', count: conflicts.length }] : []),
    ...(notices.length > 0 ? [{ to: 'notices', label: 'What was noticed', count: notices.reduce((sum, { count }) => sum + count, 0) }] : []),
  ];
  if (entries.length < 3) return null;
  return (
    <nav aria-label="Parts of this page" className="mb-part print:hidden">
      <ul className="gap-x-part sm:columns-2 lg:columns-3">
        {entries.map(({ to, label, count }) => (
          <li key={to} className="mb-hair break-inside-avoid">
            <a href={`#${to}`}>{label}</a> <span className="tabular-nums text-muted">{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
