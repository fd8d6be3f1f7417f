import { describeValue } from '#app/domain/privacy/describe-value.ts';
import { type ExportSection, type ExportValue, exportSectionNames, exportSections } from '#app/domain/privacy/export-section.ts';
import type { PersonalData } from '#app/domain/privacy/personal-data.ts';
import { DataTable } from './data-table.tsx';
import { DefinitionList } from './definition-list.tsx';
import { NoticeText } from './notice-text.tsx';

/** Beyond it a page is read by nobody; the download holds every row. */
const mostRows = 100;

type Row = Record<string, ExportValue>;

/** What is recorded about somebody, a table a subject, with why it is and what is left out. */
export function PersonalDataView({ data }: { data: PersonalData }) {
  return (
    <>
      {exportSectionNames.map((name) => {
        const rows = data.records[name];
        return rows && <Section key={name} name={name} rows={rows} />;
      })}
      <h2 className="mb-snug text-heading-m font-heading">Why it is recorded, and for how long</h2>
      <NoticeText body={data.why.purpose} />
      <NoticeText body={data.why.lawfulBasis} />
      <DefinitionList items={data.why.keptFor.map(({ what, days }) => ({ term: what, detail: `${days} days` }))} />
      <h2 className="mb-snug text-heading-m font-heading">What is not in here</h2>
      <ul className="mb-part grid max-w-prose list-disc gap-close pl-step">
        {data.leftOut.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Section({ name, rows }: { name: ExportSection; rows: readonly Row[] }) {
  const { title, columns } = exportSections[name];
  const shown = rows.slice(0, mostRows);
  const heads = Object.entries<string>(columns);
  if (rows.length === 0) {
    return (
      <section id={name} className="mb-step">
        <h2 className="text-heading-s font-heading">{title}</h2>
        <p className="text-muted">Nothing is recorded.</p>
      </section>
    );
  }
  return (
    <section id={name}>
      <h2 className="mb-close text-heading-s font-heading">{title}</h2>
      <DataTable
        caption={title}
        stacked
        hideCaption={shown.length === rows.length}
        note={shown.length < rows.length ? `The first ${shown.length} of ${rows.length}. The download holds them all.` : undefined}
        rows={shown.map((row, at) => ({ at, row }))}
        rowKey={({ at }) => String(at)}
        columns={heads.map(([key, head]) => ({
          key,
          head,
          cell: ({ row }: { row: Row }) => <Value value={row[key] ?? null} />,
        }))}
      />
    </section>
  );
}

/** Breaks anywhere: addresses and the names of browsers hold no spaces. */
function Value({ value }: { value: ExportValue }) {
  const words = describeValue(value);
  if (words === '') return <span className="text-muted">None</span>;
  // A short word is not broken for the sake of a long one beside it.
  const wrap = words.length > 16 ? 'inline-block wrap-anywhere sm:min-w-32' : 'break-words';
  return <span className={`whitespace-pre-line ${wrap}`}>{words}</span>;
}
