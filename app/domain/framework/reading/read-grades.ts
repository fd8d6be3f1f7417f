import { gradeOrder } from '#app/domain/framework/grade-order.ts';
import type { Grade } from '#app/domain/framework/grade-order.ts';

/** Ways a grade is written, the longer before those they contain. */
const spellings: readonly [RegExp, Grade][] = [
  [/\bSCS ?(?:pay ?band ?|PB ?)?4\b|\bsenior civil service,? (?:pay ?)?band 4\b|\bpermanent secretary\b/gi, 'SCS4'],
  [/\bSCS ?(?:pay ?band ?|PB ?)?3\b|\bsenior civil service,? (?:pay ?)?band 3\b|\bdirector[- ]general\b/gi, 'SCS3'],
  [/\bSCS ?(?:pay ?band ?|PB ?)?1A?\b|\bsenior civil service,? (?:pay ?)?band 1\b|\bdeputy director\b/gi, 'SCS1'],
  [/\bSCS ?(?:pay ?band ?|PB ?)?2\b|\bsenior civil service,? (?:pay ?)?band 2\b|\bdirector\b/gi, 'SCS2'],
  [/\bG(?:rade)? ?6\b/gi, 'G6'],
  [/\bG(?:rade)? ?7\b/gi, 'G7'],
  [/\bSEO\b|\bsenior executive officer\b/gi, 'SEO'],
  [/\bHEO(?:\(D\))?|\bhigher executive officer\b/gi, 'HEO'],
  [/\bEO\b|\bexecutive officer\b/gi, 'EO'],
  [/\bAO\b|\badministrative officer\b/gi, 'AO'],
  [/\bAA\b|\badministrative assistant\b/gi, 'AA'],
];

/** The civil service grades that a line names, by code or by title ("HEO (Higher Executive Officer)"), most junior first. */
export function readGrades(text: string): Grade[] {
  const found = new Set<Grade>();
  let rest = text;
  for (const [spelling, grade] of spellings) {
    const without = rest.replace(spelling, ' ');
    if (without !== rest) found.add(grade);
    rest = without;
  }
  return gradeOrder.filter((grade) => found.has(grade));
}
