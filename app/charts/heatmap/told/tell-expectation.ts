import type { ExpectationCells, Picture } from '#app/domain/capability/picture/picture.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { cellLook } from '#app/charts/heatmap/look/cell-look.ts';
import { cellMeaning } from '#app/charts/heatmap/look/cell-meaning.ts';
import { cellWords } from '#app/charts/heatmap/look/cell-words.ts';
import { findKinds } from './find-kinds.ts';
import type { ToldLooks } from './tell-people.ts';
import type { ToldBook } from './told-book.ts';

const mostVersions = 64;

/** Tells what role levels expect. */
export function tellExpectation(picture: Picture, { scales, book }: { scales: SkillScales; book: ToldBook }): ToldLooks {
  const { expected, undefinedAt } = picture.cells as ExpectationCells;
  const isUndefined = new Set(undefinedAt);
  const versions = picture.columns.map(({ id }) => scales.ofSkill[id] ?? 0);
  const found = findKinds(expected.length, (at) => (expected.charCodeAt(at) * 2 + (isUndefined.has(at) ? 1 : 0)) * mostVersions + versions[at % versions.length]!);
  const options = { heldLevel: 1, scales };
  const kinds = book.tell(found, (at) => ({
    looks: [book.look(cellLook(picture, 'expected', at, options))],
    texts: [cellMeaning(picture, 'expected', at, options), cellWords(picture, 'expected', at, options)],
  }));
  return { look: [kinds.at, kinds.told.map(({ looks }) => looks[0]!)], words: [book.part(kinds)], short: [book.part(kinds, 1)] };
}
