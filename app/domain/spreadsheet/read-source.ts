import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';

const words: Record<AssessmentSource, readonly string[]> = {
  self: ['self', 'own', 'individual', 'employee', 'person', 's'],
  manager: ['manager', 'line manager', 'assessor', 'm'],
  agreed: ['agreed', 'final', 'moderated', 'a'],
};
const behind = /[ -]?(?:assessed|assessment|level|score|rating|view)$/;

/** Who a cell says has judged: "Self-assessment", "Line manager", "Agreed level"; null where it names none of the three. */
export function readSource(text: string): AssessmentSource | null {
  const key = nameKey(text).replace(behind, '');
  return (Object.keys(words) as AssessmentSource[]).find((source) => words[source].includes(key)) ?? null;
}
