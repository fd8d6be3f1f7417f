import { Form } from '@remix-run/react';
import { kindWords, markWords, stateWords } from '#app/domain/capability/picture/words/filter-words.ts';
import { type FilterKind, filtersOf } from '#app/domain/capability/picture/filter/filters-of.ts';
import type { FilterChoices } from '#app/domain/capability/picture/views/picture-choices.ts';
import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import { Button } from '#app/ui/button.tsx';
import { KeptFields } from './kept-fields.tsx';
import { Unfolding } from './unfolding.tsx';

interface Options {
  /** The parameter of the address. */
  name: string;
  title: string;
  options: readonly { id: string; name: string }[];
  chosen: readonly string[];
}

const parameters: Record<FilterKind, string> = { teams: 'team', roles: 'role', roleLevels: 'roleLevel', skills: 'skill', states: 'state', marks: 'mark' };

/** Which rows and columns are left in the picture: several of one kind are joined by "or", the kinds by "and". */
export function FilterForm({ state, view, choices }: { state: PictureState; view: PictureView; choices: FilterChoices }) {
  const { filters } = state;
  const offered: Record<FilterKind, readonly { id: string; name: string }[]> = {
    ...choices,
    states: choices.states.map((id) => ({ id, name: stateWords[id] })),
    marks: choices.marks.map((id) => ({ id, name: markWords[id] })),
  };
  const shown = filtersOf(view)
    .map((kind): Options => ({ name: parameters[kind], title: kindWords[kind], options: offered[kind], chosen: filters[kind] }))
    .filter(({ options, chosen }) => options.length > 1 || chosen.length > 0);
  const count = shown.reduce((sum, { chosen }) => sum + chosen.length, 0);
  if (shown.length === 0) return null;
  return (
    <Unfolding summary={count === 0 ? 'Filter' : `Filter (${count})`} isUsed={count > 0}>
      {/* Drawn anew where the address changes, so that the boxes say what is chosen after the back button too. */}
      <Form key={JSON.stringify(filters)} method="get" preventScrollReset>
        <KeptFields state={state} without={shown.map(({ name }) => name)} />
        <div className="flex flex-wrap gap-x-step gap-y-snug">
          {shown.map((group) => (
            <Boxes key={group.name} {...group} />
          ))}
        </div>
        <div className="mt-snug">
          <Button look="secondary">Show only these</Button>
        </div>
      </Form>
    </Unfolding>
  );
}

function Boxes({ name, title, options, chosen }: Options) {
  return (
    <fieldset className="min-w-0 sm:w-44">
      <legend className="font-strong">{title}</legend>
      <ul className="max-h-64 overflow-y-auto pr-close">
        {options.map((option) => {
          const id = `filter-${name}-${option.id}`;
          return (
            <li key={option.id} className="flex items-start gap-close py-1">
              <input type="checkbox" id={id} name={name} value={option.id} defaultChecked={chosen.includes(option.id)} className="mt-px size-6 shrink-0 accent-action" />
              <label htmlFor={id} className="min-w-0">
                {option.name}
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
