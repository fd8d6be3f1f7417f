import { DataTable } from '#app/ui/data-table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { type ReleaseState, stateWords } from './state-words.ts';

export interface ListedRelease {
  id: string;
  name: string;
  state: ReleaseState;
  handedIn: string;
  published: string | null;
  /** How many changes of each kind; empty for none. */
  changes: string;
  /** What can be done with it; empty for nothing. */
  next: string;
}

/** Releases, each leading to its page. */
export function ReleaseTable({ caption, releases }: { caption: string; releases: readonly ListedRelease[] }) {
  return (
    <DataTable
      stacked
      caption={caption}
      columns={[
        { key: 'name', head: 'Release', rowHead: true, cell: ({ id, name }) => <TextLink to={`/framework/releases/${id}`}>{name}</TextLink> },
        { key: 'state', head: 'State', cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].word}</Tag> },
        { key: 'changes', head: 'Changes', cell: ({ changes }) => changes },
        { key: 'next', head: 'Next', cell: ({ next }) => next },
        { key: 'handed', head: 'Handed in', short: true, cell: ({ handedIn }) => handedIn },
        { key: 'published', head: 'Published', short: true, cell: ({ published }) => published },
      ]}
      rows={releases}
      rowKey={({ id }) => id}
    />
  );
}
