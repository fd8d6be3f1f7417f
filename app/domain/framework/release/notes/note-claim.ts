/**
 * What a change note says, in machine form. Names stand as the note writes them, which may differ from the framework's
 * own spelling in letter case and quotes; a claim is made only where the sentence says it plainly.
 */
export type NoteClaim =
  /** The same thing under another name; `part` where the note says what it is. */
  | { kind: 'renamed'; part: 'skill' | 'role' | 'role-level' | null; from: string; to: string }
  /** Several became one. `to` is null where the note says which were combined and not what came of it. */
  | { kind: 'merged'; part: 'skill' | 'role' | 'role-level' | null; from: string[]; to: string | null }
  /** One became several; `from` may be among `to`. */
  | { kind: 'split'; part: 'skill' | 'role' | 'role-level' | null; from: string; to: string[] }
  /** Role levels by name; for a level of a skill's scale, the skills it was added to or taken from. */
  | { kind: 'level-added' | 'level-removed'; part: 'role-level' | 'skill-level'; names: string[] }
  /** The role levels and skills that the sentence names. */
  | { kind: 'expectation-changed'; names: string[] }
  /** The roles or role levels; the page's own name where the note names none. */
  | { kind: 'grades-updated'; names: string[] }
  /** Edited for clarity or spelling. `said` is true where the note says outright that the meaning stayed. */
  | { kind: 'wording-only'; names: string[]; said: boolean }
  | { kind: 'meaning-changed'; names: string[] };
