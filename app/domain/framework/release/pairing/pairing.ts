import type { ReleasePart } from '#app/domain/framework/release/release-item.ts';

/** A word, or a few words, that the release has in place of others wherever they stood. Lower case, without plural ending. */
export interface ReplacedWord {
  from: string;
  to: string;
  /** In how many skills and roles it shows: three or more. */
  places: number;
}

/** What became of names that one state has and the other has not, with what speaks for it. */
export interface PairProposal {
  /**
   * `renamed` and `word-replaced`: one before, one after. `merged`: two or more before, one after; where the one after
   * is there before as well, it stands first among `before`, else the most alike does. `split`: one before, two or
   * more after, ordered in the same way.
   */
  kind: 'renamed' | 'merged' | 'split' | 'word-replaced';
  part: ReleasePart;
  /** The role that role levels belong to, by its name in either state; null for skills and roles. */
  roleBefore: string | null;
  roleAfter: string | null;
  before: string[];
  after: string[];
  /** How sure the proposal is, 0-1; at least 0.6. */
  confidence: number;
  /** One plain sentence each. */
  evidence: string[];
  /** The replacement that a `word-replaced` rests on. */
  replaced: ReplacedWord | null;
}

/** A name that only one state has and that no proposal takes up. */
export interface UnpairedPart {
  part: ReleasePart;
  /** The role of a role level, by its name in the state that has the role level; null for skills and roles. */
  roleName: string | null;
  name: string;
  /** Why it was not taken for another name of something else; empty where nothing comes near. */
  evidence: string[];
}

/** Two spellings of one name that differ in letter case, spacing or punctuation only: the same thing, and no change. */
export interface RespelledPart {
  part: ReleasePart;
  roleBefore: string | null;
  roleAfter: string | null;
  before: string;
  after: string;
}

/** How the names of two states of a framework belong together; what has the same name on both sides is not listed. */
export interface Pairing {
  /** Skills, then roles, then role levels, each by name. A name is in one proposal at most. */
  proposals: PairProposal[];
  /** Names of the new state that are simply new. Role levels of new roles are not listed. */
  fresh: UnpairedPart[];
  /** Names that are simply gone. Role levels of gone roles are not listed. */
  gone: UnpairedPart[];
  respelled: RespelledPart[];
  /** Replacements that run through the release, in texts or names; most places first. */
  replacedWords: ReplacedWord[];
}
