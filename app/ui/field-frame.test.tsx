import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckboxField } from './checkbox-field.tsx';
import { RadioGroup } from './radio-group.tsx';
import { TextField } from './text-field.tsx';

test('a field is described by its hint and then its error', () => {
  const html = renderToStaticMarkup(<TextField name="name" label="Name" hint="As in the directory" error="Enter a name" />);
  expect(html).toContain('aria-describedby="name-hint name-error"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toMatch(/<label for="name"/);
  expect(html).toContain('id="name-hint"');
  expect(html).toContain('id="name-error"');
});

test('a field without hint and error claims neither', () => {
  const html = renderToStaticMarkup(<TextField name="name" label="Name" />);
  expect(html).not.toContain('aria-describedby');
  expect(html).not.toContain('aria-invalid');
});

test('the first answer of a group carries the id that an error leads to, and one answer is chosen', () => {
  const html = renderToStaticMarkup(
    <RadioGroup
      name="source"
      label="Whose level is it?"
      error="Choose whose level it is"
      defaultValue="agreed"
      options={[
        { value: 'manager', label: 'Manager' },
        { value: 'agreed', label: 'Agreed' },
      ]}
    />,
  );
  expect(html).toMatch(/<fieldset [^>]*aria-describedby="source-error"/);
  expect(html).toMatch(/<input [^>]*id="source"[^>]*value="manager"/);
  expect(html.match(/checked=""/g)).toHaveLength(1);
  expect(html).toMatch(/<input [^>]*checked="" value="agreed"/);
});

test('the error of a checkbox is said with the checkbox, together with its hint', () => {
  const html = renderToStaticMarkup(<CheckboxField name="sure" label="I am sure" hint="It cannot be undone" error="Tick to go on" />);
  expect(html).toContain('aria-describedby="sure-error sure-choice-hint"');
});
