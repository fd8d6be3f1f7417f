import { Form } from '@remix-run/react';
import { importLimits } from '#app/services/framework/import-limits.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';

const megabytes = Math.floor(importLimits.bytesTogether / 1_000_000);

/** Chooses the documents; what they hold is shown before anything is stored. */
export function ImportForm({ problems }: { problems: readonly { message: string }[] }) {
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-prose">
      <p className="mb-close">These documents are read, one or several at once, in any order:</p>
      <ul className="mb-step list-disc pl-step">
        <li>the framework’s downloads of role content and of skills, as CSV</li>
        <li>the text of a role page, copied into a text file</li>
        <li>a job description with a person specification; it becomes a framework of its own</li>
      </ul>
      <TextField
        type="file"
        name="files"
        label="Documents"
        hint={`Text in UTF-8, up to ${importLimits.files} files and ${megabytes} MB together`}
        error={problems.length > 0 ? (problems.length === 1 ? (problems[0]?.message ?? null) : 'Put right what the list above says, then choose the files again') : null}
        accept=".csv,.txt,.md,text/csv,text/plain,text/markdown"
        multiple
        required
      />
      <Button>Read and preview</Button>
    </Form>
  );
}
