import { Form } from '@remix-run/react';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { importLimits } from '#app/services/framework/import/import-limits.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

/** Chooses the documents of a release; what they hold and change is shown before anything is put to use. */
export function ImportForm({ problems, label }: { problems: readonly Problem[]; label: string }) {
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-prose">
      <p className="mb-close">These documents are read, one or several at once, in any order:</p>
      <ul className="mb-step grid list-disc gap-hair pl-step">
        <li>the framework’s downloads of role content, of skills and of change notes, as CSV</li>
        <li>role pages: the text of each, copied into a text file</li>
        <li>a job description with a person specification; it becomes a framework beside the official one</li>
        <li>
          a framework of your own, written into <TextLink to="/framework/template">the template</TextLink>, as CSV, XLSX or ODS
        </li>
      </ul>
      <TextField
        type="file"
        name="files"
        label="Documents"
        hint={`Up to ${importLimits.files} files; ${megabytes(importLimits.bytesPerFile)} MB each, ${megabytes(importLimits.bytesTogether)} MB together. Texts in UTF-8, tables of up to ${frameworkLimits.records.toLocaleString('en-GB')} rows.`}
        error={problemAt(problems, 'files')}
        accept=".csv,.txt,.md,.xlsx,.ods,text/csv,text/plain,text/markdown"
        multiple
        required
      />
      <TextField
        name="label"
        label="What the release is called (optional)"
        hint="Such as “December 2025”. Left empty, it is called after today."
        error={problemAt(problems, 'label')}
        defaultValue={label}
        width="half"
        maxLength={100}
      />
      <Button>Read the documents</Button>
    </Form>
  );
}
