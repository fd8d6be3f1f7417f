import type { ChangeNote } from '#app/domain/framework/framework-facts.ts';
import type { ReleasePart } from '#app/domain/framework/release/release-item.ts';

/** What change notes say about names of the two states; names as plain keys, former names followed to those that the states know. */
export interface NoteLink {
  kind: 'renamed' | 'merged' | 'split';
  part: ReleasePart | null;
  from: string[];
  /** Empty for a merger where the note does not say what came of it. */
  to: string[];
  /** The note that says so, or the last one of several that follow each other. */
  note: ChangeNote;
}
