import { Form, useSubmit } from '@remix-run/react';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { KeptFields } from './kept-fields.tsx';

interface ChoiceFormProps {
  /** Tells the ids of the fields of several forms apart. */
  id: string;
  state: PictureState;
  label: string;
  /** The parameter of the address. */
  name: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** Further parameters that go with a choice of this one. */
  drops?: readonly string[];
}

/** One choice of the heatmap from a list. It takes effect at once; without scripts there is a button. */
export function ChoiceForm({ id, state, label, name, value, options, drops = [] }: ChoiceFormProps) {
  const submit = useSubmit();
  return (
    <Form method="get" preventScrollReset className="flex flex-wrap items-center gap-x-close max-sm:w-full print:hidden">
      <KeptFields state={state} without={[name, ...drops]} />
      <label htmlFor={id} className="text-dense text-muted">
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
        className="min-h-9 max-w-64 border border-edge bg-paper px-close text-dense text-ink max-sm:min-w-0 max-sm:max-w-none max-sm:flex-1"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="min-h-9 cursor-pointer border border-edge px-close text-dense">
          Show
        </button>
      </noscript>
    </Form>
  );
}
