import type { PictureState } from './picture-state.ts';

/** The parameters of an address that says this state; what is left open is left out, so that equal states have equal addresses. */
export function writePictureState(state: PictureState): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') search.append(name, String(value));
  };
  put('view', state.view);
  put('metric', state.metric);
  put('asOf', state.asOf);
  put('before', state.before);
  put('compare', state.compare === 'side' ? 'side' : null);
  put('held', state.heldLevel);
  put('order', state.order);
  put('by', state.orderSkillId);
  put('columns', state.groupColumns ? 'shared' : null);
  put('show', state.multiples ? 'multiples' : null);
  const { teams, roles, roleLevels, skills, states, marks } = state.filters;
  for (const [name, values] of Object.entries({ team: teams, role: roles, roleLevel: roleLevels, skill: skills, state: states, mark: marks })) {
    for (const value of values) put(name, value);
  }
  if (state.open) put('open', [state.open.rowId, state.open.columnId].filter((part) => part !== null).join('.'));
  put('from', state.from === 0 ? null : state.from);
  return search;
}
