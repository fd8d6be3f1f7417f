import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { DecidedPairing } from '#app/domain/framework/release/laying/decide-pairings.ts';
import type { PartNames } from '#app/domain/framework/release/laying/part-names.ts';
import type { ReleaseChoice } from '#app/domain/framework/release/release-item.ts';
import type { Replacements } from '#app/domain/framework/release/wording/judge-wording.ts';

/** A role level with its role. */
export interface RoleLevelName {
  roleName: string;
  roleLevelName: string;
}

/** Two states of a framework under the same names, ready to be held side by side. */
export interface AlignedStates {
  /** The adopted version by the names that its parts have after the release. */
  before: FrameworkFacts;
  /** The release as it would be published. */
  after: FrameworkFacts;
  /** What a part of `before` was called in the adopted version. */
  wasSkill: (name: string) => string;
  wasRole: (name: string) => string;
  wasRoleLevel: (roleName: string, name: string) => RoleLevelName;
  pairings: readonly DecidedPairing[];
  /** What the release drops, by the names of `before`, without what is merged or split. */
  gone: PartNames;
  /** Words that the release has in place of others, and names that it has changed. */
  replaced: Replacements;
  decisions: ReadonlyMap<string, ReleaseChoice>;
}
