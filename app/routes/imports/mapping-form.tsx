import { Form } from '@remix-run/react';
import type { Problem } from '#app/platform/context.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DateField } from '#app/ui/date-field.tsx';
import { Details } from '#app/ui/details.tsx';
import { RadioGroup } from '#app/ui/radio-group.tsx';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { ColumnFields } from './column-fields.tsx';
import { NameFields } from './name-fields.tsx';
import type { PresentedPreview } from './present-preview.ts';

interface MappingFormProps {
  preview: PresentedPreview;
  revision: number;
  problems: readonly Problem[];
}

const shapes = [
  { value: 'people', label: 'People, one a row' },
  { value: 'long', label: 'Assessments, one a row' },
  { value: 'wide', label: 'Assessments, people down and skills across' },
];
const orders = [
  { value: 'day-first', label: 'Day first: 3/4/2026 is 3 April' },
  { value: 'month-first', label: 'Month first: 3/4/2026 is 4 March' },
];
const sources = [
  { value: 'self', label: 'Self levels' },
  { value: 'manager', label: 'Manager levels' },
  { value: 'agreed', label: 'Agreed levels' },
];

/** What the spreadsheet is taken for, to be changed where the guess is wrong. */
export function MappingForm({ preview, revision, problems }: MappingFormProps) {
  const at = (field: string) => problemAt(problems, field);
  // Open where the answer to what is refused may stand in it; names that are not known are answered above it.
  const lacksDay = preview.shape !== 'people' && preview.assessedOn === null;
  return (
    <Form method="post" className="mb-part">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="do" value="save" />
      <NameFields names={preview.names} more={preview.moreNames} decided={preview.decided} warnings={preview.warnings} />
      <Details summary="What the sheet and its columns are taken for" open={(preview.refused > 0 && (preview.names.length === 0 || lacksDay)) || preview.rows === 0 || problems.length > 0}>
        {preview.sheets.length > 1 ? <SelectField name="sheet" label="Sheet" options={preview.sheets} defaultValue={String(preview.sheet)} error={at('sheet')} /> : <input type="hidden" name="sheet" value={preview.sheet} />}
        <TextField name="headerRow" label="The row that names the columns" type="number" min={1} width="short" defaultValue={preview.headerRow + 1} error={at('headerRow')} />
        <RadioGroup name="shape" label="What stands in it" options={shapes} defaultValue={preview.shape} error={at('shape')} />
        <RadioGroup name="dayOrder" label="How dates such as 3/4/2026 are read" options={orders} defaultValue={preview.dayOrder} error={at('dayOrder')} />
        {preview.shape === 'people' ? (
          <>
            <input type="hidden" name="source" value={preview.source} />
            <input type="hidden" name="assessedOn" value={preview.assessedOn ?? ''} />
          </>
        ) : (
          <>
            <RadioGroup name="source" label="Whose levels they are, where the rows do not say" options={sources} defaultValue={preview.source} error={at('source')} />
            <DateField name="assessedOn" label="The day they are for, where the rows do not say" defaultValue={preview.assessedOn ?? ''} error={at('assessedOn')} />
            <CheckboxField name="acceptUndefined" label="Levels that the framework does not define are meant all the same" defaultChecked={preview.acceptUndefined === true} />
          </>
        )}
        <ColumnFields columns={preview.columns} fields={preview.fields} skills={preview.skills} error={at('columns')} />
      </Details>
      <Button look={preview.canBringIn ? 'secondary' : 'primary'}>Save and look again</Button>
    </Form>
  );
}
