import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { ownLink } from './own-link.ts';
import type { OwnRow } from './own-row.ts';
import { stateWords } from './state-words.ts';

interface AdditionListProps {
  frameworkKey: string;
  rows: readonly OwnRow[];
  /** Published and taken off the list since. */
  leaving: readonly string[];
}

/** The additions with what each does and whether the framework has it already. */
export function AdditionList({ frameworkKey, rows, leaving }: AdditionListProps) {
  return (
    <>
      <DataTable
        stacked
        caption="Additions"
        note="Roles and role levels first, then skills, statements, grades and expected levels, each by name."
        columns={[
          { key: 'what', head: 'What it does', rowHead: true, cell: ({ sentence }: OwnRow) => <span className="font-regular wrap-anywhere">{sentence}</span> },
          { key: 'state', head: 'State', cell: ({ state }: OwnRow) => <Tag tone={state === 'published' ? 'good' : 'neutral'}>{stateWords[state]}</Tag> },
          {
            key: 'do',
            head: 'Change',
            cell: ({ id, about, changeTo }: OwnRow) => (
              <span className="flex flex-wrap gap-x-step gap-y-close">
                <TextLink to={changeTo} aria-label={`Change: ${about}`}>
                  Change
                </TextLink>
                <TextLink to={ownLink(frameworkKey, 'remove', { addition: id })} aria-label={`Remove: ${about}`}>
                  Remove
                </TextLink>
              </span>
            ),
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        empty="None is left on the list."
      />
      {leaving.length > 0 && (
        <section className="mb-part max-w-prose">
          <h2 className="mb-close text-heading-m font-heading">Still in the framework until you publish</h2>
          <ul className="grid list-disc gap-close pl-step wrap-anywhere">
            {leaving.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
