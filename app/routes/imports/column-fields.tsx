import { Fragment } from 'react';
import { controlLook } from '#app/ui/control-look.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { FieldError } from '#app/ui/field-error.tsx';
import type { PresentedPreview } from './present-preview.ts';

interface ColumnFieldsProps extends Pick<PresentedPreview, 'columns' | 'fields' | 'skills'> {
  error: string | null;
}

type Options = PresentedPreview['fields'];

/** What each column is, with what stands in its first rows. */
export function ColumnFields({ columns, fields, skills, error }: ColumnFieldsProps) {
  return (
    <div id="columns">
      {error && <FieldError id="columns-error" message={error} />}
      <DataTable
        caption="Columns"
        note="With what stands in their first rows."
        rows={columns}
        rowKey={({ column }) => String(column)}
        stacked
        columns={[
          { key: 'title', head: 'Column', rowHead: true, cell: ({ letter, title }) => <span className="[overflow-wrap:anywhere]">{letter}: <bdi>{title}</bdi></span> },
          {
            key: 'examples',
            head: 'First rows',
            // Each by itself: characters that turn the direction of writing end with the cell that holds them.
            cell: ({ examples }) => (
              <span className="[overflow-wrap:anywhere]">
                {examples.map((text, at) => (
                  <Fragment key={at}>
                    {at > 0 && ' | '}
                    <bdi>{text}</bdi>
                  </Fragment>
                ))}
              </span>
            ),
          },
          {
            key: 'use',
            head: 'Is',
            cell: ({ column, letter, title, use, nearest }) => (
              <select name={`column.${column}`} defaultValue={use} aria-label={`What column ${letter}, ${title}, is`} className={`block w-full max-w-full sm:w-auto ${controlLook(false)}`}>
                <option value="ignored">Not brought in</option>
                {group('Fields', fields)}
                {nearest.length > 0 && group('Nearest skills', nearest)}
                {skills.length > 0 && group('Skills', skills)}
              </select>
            ),
          },
        ]}
      />
    </div>
  );
}

function group(label: string, options: Options) {
  return (
    <optgroup label={label}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </optgroup>
  );
}
