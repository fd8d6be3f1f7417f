import { wordingSourceNames } from '#app/services/framework/import-words.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Preview } from './present-preview.server.ts';

/** What an import changes in one framework: the numbers in view, each change folded below. */
export function FrameworkChanges({ framework }: { framework: Preview['frameworks'][number] }) {
  const { frameworkName, adoptedLabel, isUnchanged, counts, expectations, grades, wording, names } = framework;
  return (
    <section className="mb-step">
      <h2 className="mb-snug text-heading-m font-heading">{frameworkName}</h2>
      {isUnchanged ? (
        <Notice kind="information">Nothing to change: the version in use, {adoptedLabel}, says all of this already.</Notice>
      ) : (
        <DataTable
          caption={adoptedLabel === null ? 'New here' : `What changes against ${adoptedLabel}`}
          columns={[
            { key: 'what', head: 'What', rowHead: true, cell: (row) => row.what },
            { key: 'added', head: 'Added', numeric: true, cell: (row) => row.added.toLocaleString('en-GB') },
            { key: 'changed', head: 'Changed', numeric: true, cell: (row) => row.changed.toLocaleString('en-GB') },
            { key: 'removed', head: 'Removed', numeric: true, cell: (row) => row.removed.toLocaleString('en-GB') },
          ]}
          rows={counts}
          rowKey={(row) => row.what}
        />
      )}
      {expectations.count > 0 && (
        <Details summary={`Expected levels that change: ${expectations.count}`} open={expectations.count <= 20}>
          <DataTable
            caption="Expected levels that change"
            hideCaption
            columns={[
              { key: 'level', head: 'Role level', rowHead: true, cell: (row) => row.roleLevelName },
              { key: 'skill', head: 'Skill', cell: (row) => row.skillName },
              { key: 'before', head: 'Now', cell: (row) => row.before ?? 'not expected' },
              { key: 'after', head: 'Then', cell: (row) => row.after ?? 'not expected' },
            ]}
            rows={expectations.shown}
            rowKey={(row) => `${row.roleName} ${row.roleLevelName} ${row.skillName}`}
            note={remaining(expectations)}
          />
        </Details>
      )}
      <ChangeList title="Names that come or go" lines={{ shown: names, count: names.length }} />
      <ChangeList
        title="Grades that change"
        lines={{
          count: grades.count,
          shown: grades.shown.map(({ roleLevelName, before, after }) => `${roleLevelName}: ${gradesOf(before)}, then ${gradesOf(after)}`),
        }}
      />
      <ChangeList
        title="Skill levels whose wording changes"
        lines={{
          count: wording.count,
          shown: wording.shown.map(({ skillName, ordinal, before, after }) => `${skillName}, level ${ordinal}: ${sourceOf(before)}, then ${sourceOf(after)}`),
        }}
      />
    </section>
  );
}

interface Lines {
  shown: readonly string[];
  count: number;
}

function ChangeList({ title, lines }: { title: string; lines: Lines }) {
  if (lines.count === 0) return null;
  return (
    <Details summary={`${title}: ${lines.count}`}>
      <ul className="grid gap-hair text-dense">
        {lines.shown.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.count > lines.shown.length && <p className="mt-close text-muted">{remaining(lines)}</p>}
    </Details>
  );
}

function remaining({ shown, count }: { shown: readonly unknown[]; count: number }): string | undefined {
  return count > shown.length ? `And ${count - shown.length} more.` : undefined;
}

function gradesOf(grades: readonly string[] | null): string {
  return grades === null || grades.length === 0 ? 'none given' : grades.join(', ');
}

function sourceOf(source: keyof typeof wordingSourceNames | null): string {
  return source === null ? 'no wording' : wordingSourceNames[source];
}
