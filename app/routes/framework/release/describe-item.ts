import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';

const partNames = { skill: 'Skill', role: 'Role', 'role-level': 'Role level' } as const;

const listed = (names: readonly string[]): string => names.join(' and ');

/** The change in one line: what it is about, and from what to what. */
export function describeItem(item: ReleaseItem, scale: readonly ScaleStep[]): string {
  const { kind, part, before, after, roleName, detail } = item;
  const level = (ordinal: number | null | undefined) => nameOfLevel(scale, ordinal);
  const name = listed(after.length > 0 ? after : before);
  const placed = part === 'role-level' && roleName !== null && !name.startsWith(roleName) ? `${roleName}, ${name}` : name;
  const skillLevel = `${detail.skillName ?? name}, ${level(detail.ordinal)}`;
  switch (kind) {
    case 'renamed':
    case 'word-replaced':
      return `${listed(before)} is now called ${listed(after)}`;
    case 'merged':
      return `${listed(before)} become ${listed(after)}`;
    case 'split':
      return `${listed(before)} becomes ${listed(after)}`;
    case 'expectation-moved':
      return `${placed}: ${detail.skillName ?? ''} from ${level(detail.levelBefore)} to ${level(detail.levelAfter)}`;
    case 'expectation-added':
      return `${placed}: ${detail.skillName ?? ''} is expected at ${level(detail.levelAfter)}`;
    case 'expectation-gone':
      return `${placed}: ${detail.skillName ?? ''} is not expected any more (was ${level(detail.levelBefore)})`;
    case 'wording':
    case 'meaning':
    case 'level-undefined':
    case 'level-defined':
      return detail.ordinal === undefined ? name : skillLevel;
    case 'level-added':
      return `${roleName === null ? '' : `${roleName}: `}${listed(after)} is a new role level`;
    case 'level-gone':
      return `${roleName === null ? '' : `${roleName}: `}${listed(before)} is no role level any more`;
    case 'grades-changed':
      return `${placed}: ${grades(detail.linesBefore)}, then ${grades(detail.linesAfter)}`;
    case 'level-reordered':
      return `${roleName ?? name}: another order of its role levels`;
    case 'new':
    case 'gone':
      return `${partNames[part]}: ${placed}`;
    default:
      return placed;
  }
}

function nameOfLevel(scale: readonly ScaleStep[], ordinal: number | null | undefined): string {
  if (ordinal === null || ordinal === undefined) return 'not expected';
  return (scale.find((step) => step.ordinal === ordinal)?.name ?? `level ${ordinal}`).toLowerCase();
}

const grades = (lines: readonly string[] | undefined): string => (lines === undefined || lines.length === 0 ? 'no grade' : lines.join(', '));
