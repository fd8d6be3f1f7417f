import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { FrameworkChanges } from './framework-changes.tsx';
import type { Preview } from './present-preview.server.ts';

interface ImportPreviewProps {
  preview: Preview;
  /** The files themselves, on their way to the confirmation. */
  packed: string;
  base: string;
}

/** What the files hold and would change, and the button that imports exactly these files. */
export function ImportPreview({ preview, packed, base }: ImportPreviewProps) {
  const changes = preview.frameworks.some(({ isUnchanged }) => !isUnchanged);
  const numbers = { roles: 'Roles', roleLevels: 'Role levels', skills: 'Skills', expectations: 'Expectations', statements: 'Statements' } as const;
  return (
    <>
      {preview.frameworks.map((framework) => (
        <FrameworkChanges key={framework.frameworkKey} framework={framework} />
      ))}
      <Form method="post" encType="multipart/form-data" className="mb-part flex flex-wrap gap-snug">
        <input type="hidden" name="packed" value={packed} />
        <input type="hidden" name="base" value={base} />
        {changes && <Button>Import and use from now on</Button>}
        <ButtonLink look="secondary" to="/framework/import">
          {changes ? 'Import nothing' : 'Choose other files'}
        </ButtonLink>
      </Form>
      <DataTable
        caption="What the files hold"
        columns={[
          { key: 'name', head: 'File', rowHead: true, cell: (file) => file.name },
          { key: 'kind', head: 'Read as', cell: (file) => file.kind },
          ...(Object.keys(numbers) as (keyof typeof numbers)[]).map((key) => ({
            key,
            head: numbers[key],
            numeric: true,
            cell: (file: Preview['files'][number]) => file[key].toLocaleString('en-GB'),
          })),
        ]}
        rows={preview.files}
        rowKey={(file) => `${file.name} ${file.kind}`}
      />
      {preview.notices.length > 0 && <h2 className="mb-snug text-heading-m font-heading">What was noticed</h2>}
      {preview.notices.map(({ kind, heading, shown, count }) => (
        <Details key={kind} summary={`${heading}: ${count}`}>
          <ul className="grid gap-close text-dense">
            {shown.map(({ file, row, message }) => (
              <li key={`${file} ${row} ${message}`} className="min-w-0 break-words">
                {message} {!message.includes(file) && <span className="text-muted">{row === null ? file : `${file}, ${row}`}</span>}
              </li>
            ))}
          </ul>
          {count > shown.length && <p className="mt-close text-muted">And {count - shown.length} more.</p>}
        </Details>
      ))}
    </>
  );
}
