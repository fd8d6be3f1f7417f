import type { Likeness } from '#app/domain/framework/release/likeness/judge-likeness.ts';
import type { LikenessFrame } from '#app/domain/framework/release/likeness/likeness-frame.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';
import type { NoteLink } from '#app/domain/framework/release/notes/note-link.ts';
import type { ReleasePart } from '#app/domain/framework/release/release-item.ts';
import type { PairProposal, ReplacedWord } from './pairing.ts';

/** Parts of one kind that may belong together: all skills, all roles, or the role levels of one role. */
export interface PairGroup {
  part: ReleasePart;
  /** Only the state before, and only the new state, has them. */
  absent: readonly PartPortrait[];
  fresh: readonly PartPortrait[];
  /** Both have them. */
  stays: readonly { before: PartPortrait; after: PartPortrait }[];
  frame: LikenessFrame;
  links: readonly NoteLink[];
  replaced: readonly ReplacedWord[];
}

/** A proposal without the names of the roles. */
export type GroupProposal = Omit<PairProposal, 'part' | 'roleBefore' | 'roleAfter'>;

/** A group in which likeness is asked of the group itself, which judges each pair once. */
export type JudgedGroup = PairGroup & { judge: (before: PartPortrait, after: PartPortrait) => Likeness };
