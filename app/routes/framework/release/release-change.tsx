import { Details } from '#app/ui/details.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { ImpactOnPeople } from './impact-on-people.tsx';
import type { PresentedItem } from './presented-release.ts';
import { SideBySide } from './side-by-side.tsx';

interface ReleaseChangeProps {
  item: PresentedItem;
  /** The kind of change at each; left out under a heading that says it. */
  isTagged?: boolean;
  /** False once it is published: what was decided is told and asked no more. */
  isOpen: boolean;
}

/** One change: what it is, what speaks for it, whom it reaches, and what can be decided. */
export function ReleaseChange({ item, isTagged = false, isOpen }: ReleaseChangeProps) {
  const { tag, title, before, after, evidence, confidence, asks, options, proposal, decided, impact } = item;
  const chosen = decided ?? (asks ? null : proposal);
  return (
    <li className="min-w-0 border-t border-line py-snug">
      <h3 className="mb-hair text-heading-s font-heading wrap-anywhere">{title}</h3>
      {(isTagged || confidence !== null || (asks && decided !== null)) && (
        <p className="mb-close flex flex-wrap items-center gap-x-snug gap-y-hair text-dense text-muted">
          {isTagged && <Tag>{tag}</Tag>}
          {asks && decided !== null && <Tag tone="good">Decided</Tag>}
          {confidence !== null && <span>The proposal is {confidence}</span>}
        </p>
      )}
      {evidence.length > 0 && (
        <ul className="mb-snug ml-step list-disc text-dense" aria-label={`Evidence: ${title}`}>
          {evidence.map((sentence) => (
            <li key={sentence} className="wrap-anywhere">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {before.length + after.length > 0 && <SideBySide before={before} after={after} />}
      {impact && <ImpactOnPeople impact={impact} />}
      {options.length > 0 && isOpen && <Decision item={item} />}
      {options.length > 0 && !isOpen && chosen !== null && (
        <p className="text-dense">
          <span className="font-strong">Decided:</span> {options.find(({ value }) => value === chosen)?.label}
        </p>
      )}
    </li>
  );
}

/** The answers that are offered. What need not be decided is folded, and stands as it is proposed. */
function Decision({ item: { id, key, title, asks, question, options, proposal, decided } }: { item: PresentedItem }) {
  const answers = (
    <RadioGroup
      id={id}
      name={`choice:${key}`}
      label={
        <>
          {question}
          <span className="sr-only">: {title}</span>
        </>
      }
      options={options.map(({ value, label, hint }) => ({
        value,
        label: (
          <span className="wrap-anywhere">
            {label} {value === proposal && <Tag>Proposed</Tag>}
          </span>
        ),
        hint,
      }))}
      defaultValue={decided ?? (asks ? undefined : (proposal ?? undefined))}
    />
  );
  if (asks) return <div className="max-w-prose">{answers}</div>;
  return (
    <Details summary={decided === null ? 'Decide otherwise' : 'Decided otherwise'} open={decided !== null}>
      {answers}
    </Details>
  );
}
