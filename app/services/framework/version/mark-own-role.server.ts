import type { RoleContent } from './read-role-content.server.ts';

export interface OwnRoleMarks {
  /** True where the release does not have the role, so the organisation added it. */
  isOwn: boolean;
  /** Ids of the role levels that the release does not have. */
  ownRoleLevels: string[];
  /** Names of the skills that some role level is expected to hold otherwise than the release says. */
  ownExpectations: string[];
}

/** What of a role is not in the release that the version lays additions over; `released` is null where it has no such role. */
export function markOwnRole(content: RoleContent, released: RoleContent | null): OwnRoleMarks {
  if (released === null) return { isOwn: true, ownRoleLevels: [], ownExpectations: [] };
  const place = new Map(released.roleLevels.map(({ id }, index) => [id, index]));
  const isReleased = ({ key, expectedLevels }: RoleContent['skills'][number]) => {
    const before = released.skills.find((skill) => skill.key === key)?.expectedLevels ?? [];
    return content.roleLevels.every(({ id }, index) => {
      const at = place.get(id);
      return at === undefined || (before[at] ?? null) === (expectedLevels[index] ?? null);
    });
  };
  return {
    isOwn: false,
    ownRoleLevels: content.roleLevels.filter(({ id }) => !place.has(id)).map(({ id }) => id),
    ownExpectations: content.skills.filter((skill) => !isReleased(skill)).map(({ name }) => name),
  };
}
