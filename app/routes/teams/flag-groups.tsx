import type { Flag } from '#app/domain/capability/flag.ts';
import { Details } from '#app/ui/details.tsx';
import { FlagList } from './flag-list.tsx';

/** More low findings than this are folded away, so that the worst ones are not lost among them. */
const mostLowInView = 5;

/** Findings worst first: what cannot wait, what comes next, and the rest. */
export function FlagGroups({ flags, mayDraft }: { flags: readonly Flag[]; mayDraft: boolean }) {
  const urgent = flags.filter(({ severity }) => severity === 'critical' || severity === 'high');
  const medium = flags.filter(({ severity }) => severity === 'medium');
  const low = flags.filter(({ severity }) => severity === 'low');
  return (
    <>
      <Group title="Critical and high" flags={urgent} mayDraft={mayDraft} />
      <Group title="Medium" flags={medium} mayDraft={mayDraft} />
      {low.length > mostLowInView ? (
        <Details summary={`${low.length} low findings`}>
          <FlagList flags={low} mayDraft={mayDraft} />
        </Details>
      ) : (
        <Group title="Low" flags={low} mayDraft={mayDraft} />
      )}
    </>
  );
}

function Group({ title, flags, mayDraft }: { title: string; flags: readonly Flag[]; mayDraft: boolean }) {
  if (flags.length === 0) return null;
  return (
    <section className="mb-part">
      <h2 className="mb-snug text-heading-m font-heading">{title}</h2>
      <FlagList flags={flags} mayDraft={mayDraft} />
    </section>
  );
}
