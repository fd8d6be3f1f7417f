import { data, redirect } from '@remix-run/node';
import type { OwnAddition, OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import type { Outcome } from '#app/platform/context.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { addOwnAddition } from '#app/services/framework/own/add-own-addition.server.ts';
import { changeOwnAddition } from '#app/services/framework/own/change-own-addition.server.ts';
import { ownLink } from './own-link.ts';
import { ownPlace, type OwnPlace } from './own-place.server.ts';

type Of<Kind extends OwnAddition['kind']> = Extract<OwnAddition, { kind: Kind }>;

/** The addition that the address asks to change; null for a new one. Throws 404 where there is none of this kind. */
export function changedAddition<Kind extends OwnAddition['kind']>({ view, search }: OwnPlace, kind: Kind): Of<Kind> | null {
  const id = search.get('change');
  if (id === null) return null;
  const found = view.rows.map(({ addition }) => addition).find((addition): addition is Of<Kind> => addition.id === id && addition.kind === kind);
  if (found === undefined) throw notFound();
  return found;
}

/** What a form may say, read from its fields. */
export interface OwnTyped {
  field: (name: string) => string;
  place: OwnPlace;
}

/** Saves what a form says as a new addition, or as the one that its address asks to change, and goes to the list. */
export async function saveOwn<Kind extends OwnAddition['kind']>(
  request: Request,
  kind: Kind,
  read: (typed: OwnTyped, before: Of<Kind> | null) => OwnAdditionContent,
) {
  const form = await readForm(request.clone());
  const place = await ownPlace(request);
  const before = changedAddition(place, kind);
  const { frameworkKey } = place.view;
  const wanted = { frameworkKey, revision: Number(typed(form, 'revision')) };
  const content = read({ field: (name) => typed(form, name), place }, before);
  const outcome = before === null ? await addOwnAddition(place.context, wanted, content) : await changeOwnAddition(place.context, { ...wanted, additionId: before.id }, content);
  return answerOwn(outcome, frameworkKey, before === null ? 'added' : 'changed', form);
}

/** To the list with a notice, or back to the form with what is to be put right and what was typed. */
export function answerOwn(outcome: Outcome<unknown>, frameworkKey: string, notice: string, form: FormData) {
  if (outcome.ok) return redirect(ownLink(frameworkKey, '', { notice }));
  return data({ problems: [outcome.problem], typed: typedText(form) }, { status: outcome.problem.field === null ? 409 : 422 });
}
