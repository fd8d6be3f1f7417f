import { DataTable } from '#app/ui/data-table.tsx';
import { SectionTabs } from '#app/ui/section-tabs.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import type { PresentedPreview } from './present-preview.ts';

/** What would become of every row, a page at a time. */
export function FateTable({ preview }: { preview: PresentedPreview }) {
  const { fate, counts, rows, fates, ofFate, page, pages } = preview;
  const all = { to: '?', label: `All ${rows}`, current: fate === null };
  const tabs = counts.filter(({ count, fate: one }) => count > 0 || one === fate).map((one) => ({ to: `?fate=${one.fate}`, label: `${one.label}: ${one.count}`, current: one.fate === fate }));
  const at = (wanted: number) => `?${new URLSearchParams({ ...(fate === null ? {} : { fate }), page: String(wanted) }).toString()}`;
  return (
    <section>
      <h2 className="mb-snug text-heading-m font-heading">What would become of each row</h2>
      <SectionTabs label="Rows by what becomes of them" items={[all, ...tabs]} />
      <DataTable
        caption={pages === 1 ? (ofFate === 1 ? '1 row' : `${ofFate} rows`) : `${ofFate} rows, page ${page} of ${pages}`}
        rows={fates}
        rowKey={(row) => String(row.row)}
        empty="No row."
        stacked
        columns={[
          { key: 'row', head: 'Row', numeric: true, cell: (row) => row.row },
          { key: 'subject', head: 'Who', rowHead: true, cell: (row) => <span className="[overflow-wrap:anywhere]">{row.subject}</span> },
          { key: 'fate', head: 'Fate', short: true, cell: (row) => <Tag tone={row.fate === 'refused' ? 'bad' : row.fate === 'add' || row.fate === 'change' ? 'good' : 'neutral'}>{row.word}</Tag> },
          {
            key: 'why',
            head: 'What and why',
            cell: ({ changes, problems }) => (
              <ul className="grid gap-hair [overflow-wrap:anywhere]">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
                {problems.map(({ column, message }) => (
                  <li key={`${column} ${message}`}>{column === null ? message : `Column ${column}: ${message}`}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {pages > 1 && (
        <p className="mb-part flex gap-step">
          {page > 1 && <TextLink to={at(page - 1)}>Earlier rows</TextLink>}
          {page < pages && <TextLink to={at(page + 1)}>Later rows</TextLink>}
        </p>
      )}
    </section>
  );
}
