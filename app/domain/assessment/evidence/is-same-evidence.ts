import type { EvidencePiece } from './evidence-piece.ts';

const fields = ['summary', 'situation', 'task', 'action', 'result', 'happenedOn', 'happenedUntil'] as const;
type TypedEvidence = Pick<EvidencePiece, (typeof fields)[number] | 'links'>;

/** Whether two pieces of evidence say the same, by every field that is typed. */
export function isSameEvidence(one: TypedEvidence, other: TypedEvidence): boolean {
  return fields.every((field) => one[field] === other[field]) && one.links.join('\n') === other.links.join('\n');
}
