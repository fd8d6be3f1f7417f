import { namesOfAddition } from '#app/domain/framework/own/names-of-addition.ts';
import type { OwnAddition, OwnConflict } from '#app/domain/framework/own/own-addition.ts';
import { changeLink } from './change-link.ts';

/** One addition as the list shows it. */
export interface OwnRow {
  id: string;
  /** What it is about, for who hears the links without the row. */
  about: string;
  sentence: string;
  state: 'published' | 'waiting' | 'changed';
  changeTo: string;
  conflicts: OwnConflict[];
}

/** What the list needs of an addition; the rest stays on the server. */
export function ownRow(frameworkKey: string, { addition, ...row }: Omit<OwnRow, 'id' | 'about' | 'changeTo'> & { addition: OwnAddition }): OwnRow {
  return { ...row, id: addition.id, about: namesOfAddition(addition).join(', '), changeTo: changeLink(frameworkKey, addition) };
}
