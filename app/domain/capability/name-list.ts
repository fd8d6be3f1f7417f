/**
 * Names as a sentence lists them: "Asha", "Asha and Ben", "Asha, Ben and Cal".
 * From more than `most` names on, the first of them and how many others there are, so that a sentence stays one.
 */
export function nameList(names: readonly string[], most = 6): string {
  const told = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : [...names];
  const last = told.pop() ?? '';
  return told.length === 0 ? last : `${told.join(', ')} and ${last}`;
}
