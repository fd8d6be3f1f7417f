import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { cellLook, type CellLook } from './cell-look.ts';
import { cellMeaning } from './cell-meaning.ts';
import { cellWords } from './cell-words.ts';

export interface ReadCell {
  look: CellLook;
  /** `meaning` for a picture, `words` for a table. */
  words: string;
}

interface ReadOptions {
  heldLevel: number;
  scales: SkillScales;
  say: 'meaning' | 'words';
}

/**
 * Reads looks and words of cells one after the other. People's cells come in few kinds, so that of each kind the first is worked out and the
 * others are looked up: a picture of a thousand cells is read in well under a millisecond.
 */
export function readCells(picture: Picture, metric: PictureMetric, options: ReadOptions): (at: number) => ReadCell {
  const say = options.say === 'words' ? cellWords : cellMeaning;
  const work = (at: number): ReadCell => {
    let words: string | undefined;
    const look = cellLook(picture, metric, at, options);
    // A canvas draws many cells of which it says few.
    return { look, get words() { return (words ??= say(picture, metric, at, options)); } };
  };
  const { cells, earlier, columns } = picture;
  if (cells.kind !== 'person') return work;
  const known = new Map<string, ReadCell>();
  const versions = columns.map(({ id }) => options.scales.ofSkill[id] ?? 0);
  return (at) => {
    const key = keyOf(cells, at) + (earlier && keyOf(earlier as PersonCells, at)) + versions[at % columns.length];
    let read = known.get(key);
    if (!read) known.set(key, (read = work(at)));
    return read;
  };
}

function keyOf({ expected, self, manager, agreed, states, marks, agreedOn }: PersonCells, at: number): string {
  return expected[at]! + self[at]! + manager[at]! + agreed[at]! + states[at]! + marks[at]! + agreedOn[at]!;
}
