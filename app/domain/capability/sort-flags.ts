import { compareNames } from './compare-names.ts';
import type { Flag, FlagKind, FlagSeverity } from './flag.ts';

const severities: readonly FlagSeverity[] = ['critical', 'high', 'medium', 'low'];
const kinds: readonly FlagKind[] = [
  'no-cover',
  'single-point',
  'cover-ends',
  'under-cover',
  'blind-spot',
  'below-expectation',
  'unassessed',
  'stale',
  'disagreement',
];

/**
 * Flags worst first: by severity; then by kind, what stops the service before what slows it and before what we do not
 * know; then by how many people or cells are short; then the one that ends sooner; then by team and skill name.
 * Ids decide last, so that the same flags always come in the same order.
 */
export function sortFlags(flags: readonly Flag[]): Flag[] {
  return [...flags].sort(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
      other.required - other.actual - (one.required - one.actual) ||
      compareNames(one.endsOn ?? '', other.endsOn ?? '') ||
      compareNames(one.team.name, other.team.name) ||
      compareNames(one.skill?.name ?? '', other.skill?.name ?? '') ||
      compareNames(one.team.id, other.team.id) ||
      compareNames(one.skill?.id ?? '', other.skill?.id ?? '') ||
      compareNames(one.rule?.id ?? '', other.rule?.id ?? ''),
  );
}
