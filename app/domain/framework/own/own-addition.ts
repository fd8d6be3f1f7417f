import type { RoleFacts, RoleLevelFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';

/**
 * One thing that an organisation adds to an adopted framework, or says otherwise than it. Additions are laid
 * over each release anew, so they survive the next one. They name what they stand on as the release does;
 * a confirmed rename renames it in them too.
 */
export type OwnAddition = { id: string } & OwnAdditionContent;

export type OwnAdditionContent =
  /** A role with its role levels and what they are expected to hold. */
  | { kind: 'role'; role: RoleFacts }
  /** A further role level of a role; `after` is the next more junior one, null for the most junior place. */
  | { kind: 'role-level'; roleName: string; after: string | null; roleLevel: RoleLevelFacts }
  | { kind: 'skill'; skill: SkillFacts }
  /** Further statements of one skill level. `ordinal` counts from 1. */
  | { kind: 'statements'; skillName: string; ordinal: number; statements: string[] }
  /** Other grades than the release gives; `released` are those it gave when this was written. */
  | { kind: 'grades'; roleName: string; roleLevelName: string; grades: string[]; released: string[] | null }
  /** Another expected level than the release's; null for not expected here. `released` is what it said when this was written. */
  | {
      kind: 'expectation';
      roleName: string;
      roleLevelName: string;
      skillName: string;
      expectedLevel: number | null;
      released: number | null;
    };

/** Where a release and an addition cannot both stand as they were meant. */
export interface OwnConflict {
  additionId: string;
  kind:
    /** The release now has a role, role level or skill of this name itself. */
    | 'now-released'
    /** What the addition stands on is not in the release any more. */
    | 'base-gone'
    /** The release has changed what the addition says otherwise. */
    | 'released-otherwise'
    /** The release now says the same. */
    | 'same-now';
  /** What clashes, in one plain sentence. */
  message: string;
}
