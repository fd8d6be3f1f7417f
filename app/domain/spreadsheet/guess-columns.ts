import { nameKey } from '#app/domain/framework/name-key.ts';
import { headerKey } from './header-key.ts';
import { headerWords } from './header-words.ts';
import type { ColumnUse, ImportMapping } from './import-words.ts';
import type { NameCandidate } from './match-name.ts';

/** Of these, several columns make one value: first name and surname. */
const joined: ReadonlySet<string> = new Set(['name']);

/**
 * What each column is by its header. Of several that could be the same field the one whose header is the likelier word for it
 * is taken, but for names, which may stand in two columns. In wide form a column that is called as a skill is that skill.
 */
export function guessColumns(header: readonly string[], shape: ImportMapping['shape'], skills: readonly NameCandidate[]): ColumnUse[] {
  const keys = header.map(headerKey);
  const uses: ColumnUse[] = keys.map(() => 'ignored');
  if (shape === 'wide') {
    // By the exact name first: "Agile working" is that skill, whatever "Agile working (content design)" is called.
    const taken = new Set<string>();
    for (const keyOf of [nameKey, headerKey]) {
      const skillIds = unshared(skills.map(({ id, name }) => [keyOf(name), id]));
      for (const [column, text] of header.entries()) {
        const id = keyOf(text) === '' ? undefined : skillIds.get(keyOf(text));
        if (id === undefined || taken.has(id) || uses[column] !== 'ignored') continue;
        taken.add(id);
        uses[column] = { skillId: id };
      }
    }
  }
  for (const [field, words] of Object.entries<readonly string[]>(headerWords[shape])) {
    const fitting = keys.flatMap((key, column) => (uses[column] === 'ignored' && words.includes(key) ? [{ column, rank: words.indexOf(key) }] : []));
    const best = fitting.toSorted((one, other) => one.rank - other.rank || one.column - other.column)[0];
    if (best === undefined) continue;
    const isInParts = joined.has(field) && isPartOfName(keys[best.column] ?? '');
    const columns = isInParts ? fitting.filter(({ column }) => isPartOfName(keys[column] ?? '')).map(({ column }) => column) : [best.column];
    for (const column of columns) uses[column] = { field: field as 'name' };
  }
  return uses;
}

/** What each key stands for; a key that two share stands for neither. */
function unshared(entries: readonly (readonly [string, string])[]): Map<string, string> {
  const found = new Map(entries);
  const seen = new Set<string>();
  for (const [key] of entries) {
    if (seen.has(key)) found.delete(key);
    seen.add(key);
  }
  return found;
}

function isPartOfName(key: string): boolean {
  return ['first name', 'forename', 'given name', 'surname', 'last name', 'family name'].includes(key);
}
