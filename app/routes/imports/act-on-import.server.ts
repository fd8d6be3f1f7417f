import type { ColumnUse } from '#app/domain/spreadsheet/import-words.ts';
import type { Context, Outcome, Problem } from '#app/platform/context.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { typed } from '#app/platform/form/read-form.server.ts';
import { formRevision } from '#app/platform/form/typed-values.ts';
import { beginBringingIn } from '#app/services/imports/begin-bringing-in.server.ts';
import { discardImport } from '#app/services/imports/discard-import.server.ts';
import { mappingInput } from '#app/services/imports/mapping-input.ts';
import { saveMapping } from '#app/services/imports/save-mapping.server.ts';

/** Where to go on, or what is wrong and with which status. */
type Acted = { ok: true; place: string } | { ok: false; problems: Problem[]; status: 409 | 422 };

/** What the page does with an import, by the button that was pressed. Throws 400 for a button that no page of ours has. */
export async function actOnImport(context: Context, importId: string, form: FormData): Promise<Acted> {
  const address = `/imports/${importId}`;
  const revision = formRevision.safeParse(typed(form, 'revision'));
  if (!revision.success) return { ok: false, problems: formProblems(revision.error).map(({ message }) => ({ field: null, message })), status: 422 };
  switch (typed(form, 'do')) {
    case 'save': {
      const input = mappingInput.safeParse(mappingIn(form));
      if (!input.success) return { ok: false, problems: formProblems(input.error), status: 422 };
      return acted(await saveMapping(context, importId, revision.data, input.data), `${address}?notice=saved`);
    }
    case 'bring-in':
      return acted(await beginBringingIn(context, importId, revision.data), address);
    case 'discard':
      return acted(await discardImport(context, importId), '/imports?notice=discarded');
    default:
      throw new Response('Bad Request', { status: 400, statusText: 'Bad Request' });
  }
}

/** What is wrong at a field can be put right there; anything else means that the import has gone on meanwhile. */
function acted(outcome: Outcome<unknown>, place: string): Acted {
  if (outcome.ok) return { ok: true, place };
  return { ok: false, problems: [outcome.problem], status: outcome.problem.field === null ? 409 : 422 };
}

function mappingIn(form: FormData) {
  const columns: (ColumnUse | string)[] = [];
  const names: { kind: string; key: string; meant?: string | null }[] = [];
  for (const [name, value] of form) {
    const [, part, place = ''] = /^(column|name)\.(\d{1,3})$/.exec(name) ?? [];
    if (typeof value !== 'string' || part === undefined) continue;
    if (part === 'column') columns[Number(place)] = columnUseOf(value);
    else names.push({ kind: typed(form, `nameKind.${place}`), key: typed(form, `nameKey.${place}`), ...(value === '' ? {} : { meant: value === 'leave-out' ? null : value }) });
  }
  return {
    ...Object.fromEntries(['sheet', 'headerRow', 'shape', 'dayOrder', 'source', 'assessedOn'].map((field) => [field, typed(form, field)])),
    // Columns without anything in them have no field.
    columns: Array.from(columns, (use) => use ?? 'ignored'),
    names,
    acceptUndefined: typed(form, 'acceptUndefined') !== '',
    accepted: form.getAll('accepted').filter((key) => typeof key === 'string'),
  };
}

function columnUseOf(value: string): ColumnUse | string {
  const [kind, of = ''] = value.split(':');
  if (kind === 'skill') return { skillId: of };
  return kind === 'field' ? { field: of as 'name' } : value;
}
