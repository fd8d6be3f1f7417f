import type { EvidenceInput } from './evidence-input.ts';

const fields = ['summary', 'situation', 'task', 'action', 'result', 'happenedOn', 'happenedUntil'] as const;

/** Whether two pieces of evidence say the same, by every field that is typed. */
export function isSameEvidence(one: EvidenceInput, other: EvidenceInput): boolean {
  return fields.every((field) => one[field] === other[field]) && one.links.join('\n') === other.links.join('\n');
}
