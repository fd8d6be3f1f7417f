/**
 * The words of a release preview: what a newer set of documents would change in an adopted framework, one item
 * for each change, each with the rule that carries it into the records of people.
 */

/** What kind of change it is; each has a rule of its own (app/domain/framework/release/README.md). */
export type ReleaseItemKind =
  | 'wording'
  | 'meaning'
  | 'description-repaired'
  | 'description-changed'
  | 'renamed'
  | 'merged'
  | 'split'
  | 'word-replaced'
  | 'expectation-moved'
  | 'expectation-added'
  | 'expectation-gone'
  | 'level-added'
  | 'level-gone'
  | 'level-reordered'
  | 'grades-changed'
  | 'level-undefined'
  | 'level-defined'
  | 'family-changed'
  | 'new'
  | 'gone';

/** What the change is about. */
export type ReleasePart = 'skill' | 'role' | 'role-level';

/** What a person can decide about an item. Which of them an item offers stands in its `choices`. */
export type ReleaseChoice =
  /** The change is taken over as the item says it. */
  | 'accept'
  /** Not the same thing: one is gone, the other is new. */
  | 'separate'
  /** The same thing, and it keeps the name it has here. */
  | 'keep-name'
  /** It stays, as an addition of the organisation's own. */
  | 'keep'
  /** The wording changed and the meaning did not: levels carry without a mark. */
  | 'wording'
  /** The meaning changed: levels carry and are marked for review. */
  | 'meaning'
  /** The merged or split skills start without levels; what was recorded stays in the history. */
  | 'start-anew'
  /** Levels of the first named skill count for what comes of the merger; those of the others stay in the history. */
  | 'carry-first'
  /** Levels of every skill that went in count for what comes out, the newest first, marked for review. */
  | 'carry-all';

/** The role and role level, or the skill, that an item touches, by the names of the adopted version. */
export interface ReleaseReach {
  skillNames: string[];
  roleLevels: { roleName: string; roleLevelName: string }[];
}

/** One change that a release would make. */
export interface ReleaseItem {
  /** The same for the same change however often it is worked out: decisions are kept by it. At most 500 characters. */
  key: string;
  kind: ReleaseItemKind;
  part: ReleasePart;
  /** What it was called, and is called now; both where nothing about the name changed. */
  before: string[];
  after: string[];
  /** The role that a role level belongs to, by its new name. */
  roleName: string | null;
  /** Of an expectation or one level of a skill. */
  detail: {
    skillName?: string;
    /** 1 up to the number of steps of the scale. */
    ordinal?: number;
    levelBefore?: number | null;
    levelAfter?: number | null;
    /** Statements, descriptions, grades or orders, as they were and as they are; for showing side by side. */
    linesBefore?: string[];
    linesAfter?: string[];
  };
  /** Empty where there is nothing to decide. */
  choices: ReleaseChoice[];
  /** What is proposed; null where there is nothing to decide. */
  proposal: ReleaseChoice | null;
  /** True where nothing is published before a person has decided it. */
  asks: boolean;
  /** How sure the proposal is, 0-1; null where it rests on no likeness. */
  confidence: number | null;
  /** What speaks for and against the proposal, one plain sentence each. */
  evidence: string[];
  reach: ReleaseReach;
}

/** How the identities of the adopted version go on in the new one. Names are those of the versions. */
export interface IdentityMoves {
  /** The same thing under another name. `roleName` is the role's name in the adopted version, for role levels. */
  renamed: { part: ReleasePart; roleName: string | null; from: string; to: string }[];
  /** What was recorded of skill `from` counts for skill `to` as well, until somebody is assessed anew. */
  succeeded: { from: string; to: string }[];
}
