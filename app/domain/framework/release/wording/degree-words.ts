/**
 * Words that say how much a person answers for, in the order of what is asked; within a row they ask the same. A
 * statement that moves from one row to another asks something else of people, so what was assessed needs another
 * look. The rows follow the four steps of the official scale: knowing of it, doing it with help, doing it, taking others
 * along, answering for it.
 */
const rows: Readonly<Record<string, readonly string[]>> = {
  know: ['know', 'knowledge', 'understand', 'aware', 'awareness', 'describe', 'explain', 'recognise', 'name', 'outline'],
  help: ['help', 'support', 'assist', 'contribute', 'participate', 'guided', 'supervised', 'supervision', 'direction'],
  do: ['do', 'apply', 'use', 'work', 'perform', 'carry', 'follow', 'complete', 'undertake', 'deliver', 'implement', 'independently', 'unaided'],
  lead: ['lead', 'manage', 'direct', 'coordinate', 'oversee', 'supervise', 'run', 'coach', 'mentor', 'teach', 'guide'],
  own: ['own', 'define', 'set', 'decide', 'approve', 'establish', 'champion', 'shape', 'accountable', 'responsible', 'govern', 'sponsor'],
};

/** How far it reaches, and how hard it is: a team is not an organisation, and some is not all. */
const reaches: readonly string[] = [
  'team', 'teams', 'organisation', 'organisations', 'department', 'departments', 'government', 'senior', 'complex', 'simple', 'basic', 'advanced', 'routine',
  'strategic', 'some', 'several', 'all', 'every', 'any', 'most', 'always', 'sometimes', 'only', 'must', 'should', 'may', 'might',
];

const negations: readonly string[] = ['not', 'no', 'never', 'without', 'none', 'nor', 'cannot', "can't", "don't", "doesn't", "isn't", "won't", 'except', 'unless', 'unable'];

/** Of which row each word is; words of reach and negations stand for themselves. */
export const degreeWords: ReadonlyMap<string, string> = new Map([
  ...Object.entries(rows).flatMap(([row, words]) => words.flatMap((word) => formsOf(word).map((form): [string, string] => [form, row]))),
  ...reaches.map((word): [string, string] => [word, word.replace(/s$/, '')]),
  ...negations.map((word): [string, string] => [word, 'not']),
]);

/** The word with the endings that a verb takes: manage, manages, managed, managing. */
function formsOf(word: string): string[] {
  const stem = word.replace(/e$/, '');
  const doubled = stem.replace(/([^aeiou][aeiou])([tnp])$/, '$1$2$2');
  return [word, `${word}s`, `${stem}ed`, `${stem}ing`, `${doubled}ing`, `${doubled}ed`];
}
