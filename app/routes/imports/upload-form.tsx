import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { importFileLimits, mostImportBytes } from '#app/services/imports/import-file-limits.ts';
import { importTemplates } from '#app/services/imports/import-templates.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface UploadFormProps {
  problems: readonly Problem[];
  kind: string;
  mayImportAssessments: boolean;
}

const kinds = [
  { value: '', label: 'Find out from the columns' },
  { value: 'people', label: 'People', hint: 'name, e-mail, team, role, role level, grade, start date, leaving date' },
  { value: 'assessments', label: 'Assessments', hint: 'one a row (person, skill, source, level, date, note), or people down and skills across' },
];

/** Chooses a spreadsheet to bring in. */
export function UploadForm({ problems, kind, mayImportAssessments }: UploadFormProps) {
  const offered = Object.entries(importTemplates).filter(([key]) => mayImportAssessments || key === 'people');
  return (
    <Form method="post" encType="multipart/form-data" className="mb-part max-w-prose">
      <TextField
        type="file"
        name="file"
        label="Spreadsheet"
        hint={`CSV, XLSX or ODS, up to ${mostImportBytes / 1_000_000} MB and ${(importFileLimits.workbook.rows - 1).toLocaleString('en-GB')} rows. Any column names will do: you see what they are taken for and can change it.`}
        error={problemAt(problems, 'file')}
        accept=".csv,.txt,.xlsx,.ods,text/csv"
        required
      />
      {mayImportAssessments && <RadioGroup name="kind" label="What does it hold?" options={kinds} defaultValue={kind} />}
      {!mayImportAssessments && <input type="hidden" name="kind" value="people" />}
      <Button>Read the spreadsheet</Button>
      <div className="mt-step">
        <Details summary="Start from an empty spreadsheet">
          <ul className="grid gap-close">
            {offered.map(([key, { label }]) => (
              <li key={key}>
                {label}:{' '}
                {['xlsx', 'ods', 'csv'].map((format) => (
                  <a key={format} href={`/imports/template/${format}?of=${key}`} className="mr-close" download>
                    {format.toUpperCase()}
                    <span className="sr-only"> of {label}</span>
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </Details>
      </div>
    </Form>
  );
}
