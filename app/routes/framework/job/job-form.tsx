import { Form } from '@remix-run/react';
import type { JobDescriptionSections } from '#app/domain/framework/job/job-description-sections.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { Button } from '#app/ui/button.tsx';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';

interface JobFormProps {
  values: JobDescriptionSections & { title: string; revision: number };
  problems: readonly { field: string | null; message: string }[];
}

const rowsOf = (text: string) => Math.min(20, Math.max(4, Math.ceil(text.length / 70) + text.split('\n').length));
const rowsFor = (entries: readonly string[]) => rowsOf(entries.join('\n'));

/** A job description, section by section. One area more than there are waits at the end; an emptied one goes. */
export function JobForm({ values, problems }: JobFormProps) {
  const areas = [...values.specification, { area: '', essential: [], desirable: [] }];
  const at = (field: string) => problemAt([...problems], field);
  return (
    <Form method="post" className="max-w-prose">
      <input type="hidden" name="revision" value={values.revision} />
      <TextField name="title" label="Title of the post" defaultValue={values.title} error={at('title')} maxLength={200} />
      <TextareaField name="advert" label="About the post" hint="What draws somebody in" defaultValue={values.advert} rows={rowsOf(values.advert)} error={at('advert')} />
      <TextareaField name="purpose" label="Purpose" hint="Why the post exists" defaultValue={values.purpose} rows={rowsOf(values.purpose)} error={at('purpose')} />
      <TextareaField name="duties" label="Main duties" hint="One a line" defaultValue={values.duties.join('\n')} rows={rowsFor(values.duties)} error={at('duties')} />
      <h2 id="specification" className="mb-snug text-heading-m font-heading">Person specification</h2>
      {problemAt([...problems], 'specification') && <p className="mb-snug text-error">{at('specification')}</p>}
      {areas.map(({ area, essential, desirable }, index) => (
        <fieldset key={index} className="mb-step border-l-4 border-line pl-snug">
          <legend className="mb-close font-heading">{area === '' ? 'A further area' : area}</legend>
          <TextField name={`area-${index}`} label="Area" defaultValue={area} maxLength={200} />
          <TextareaField name={`essential-${index}`} label="Essential" hint="One criterion a line" defaultValue={essential.join('\n')} rows={area === '' ? 2 : rowsFor(essential)} />
          <TextareaField name={`desirable-${index}`} label="Desirable" hint="One criterion a line" defaultValue={desirable.join('\n')} rows={area === '' ? 2 : rowsFor(desirable)} />
        </fieldset>
      ))}
      <TextareaField name="howToApply" label="How to apply" defaultValue={values.howToApply} rows={rowsOf(values.howToApply)} error={at('howToApply')} />
      <Button>Save</Button>
    </Form>
  );
}
