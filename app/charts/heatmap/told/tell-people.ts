import type { PersonCells, Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { unpackCell } from '#app/domain/capability/picture/unpack-cell.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { ageFill } from '#app/charts/colour.ts';
import { ageText } from '#app/charts/heatmap/look/age-text.ts';
import { daysApart } from '#app/charts/heatmap/look/days-apart.ts';
import { isAged } from '#app/charts/heatmap/look/is-aged.ts';
import { lookOf } from '#app/charts/heatmap/look/look-of.ts';
import { personLook } from '#app/charts/heatmap/look/person-look.ts';
import { personMeaning } from '#app/charts/heatmap/look/person-meaning.ts';
import { sinceWords } from '#app/charts/heatmap/look/since-words.ts';
import { findKinds } from './find-kinds.ts';
import type { ToldBook } from './told-book.ts';
import type { ToldMetric } from './told-picture.ts';

/** Of a metric what only its cells decide. */
export type ToldLooks = Pick<ToldMetric, 'look' | 'day' | 'words' | 'short' | 'levels'>;

/**
 * Tells the cells of single people on one day. Their kinds leave the day of an assessment out: of it comes only "since" and how long ago it
 * was, which the kinds of days say.
 */
export function tellPeople(picture: Picture, metrics: readonly PictureMetric[], { scales, book }: { scales: SkillScales; book: ToldBook }): [PictureMetric, ToldLooks][] {
  const cells = picture.cells as PersonCells;
  const { length } = cells.states;
  const across = picture.columns.length;
  const versions = picture.columns.map(({ id }) => scales.ofSkill[id] ?? 0);
  const keyOf = keyOfCell(cells);
  const dayOf = (at: number) => cells.days[cells.agreedOn.charCodeAt(at) - zero] ?? null;
  const days = book.tell(findKinds(length, (at) => cells.agreedOn.charCodeAt(at)), (at) => {
    const day = dayOf(at);
    const look = day === null || !metrics.includes('age') ? [] : [book.look(lookOf(ageText(day, picture.asOf), ageFill(daysApart(day, picture.asOf))))];
    return { looks: look, texts: [sinceWords(day)] };
  });
  const kinds = book.tell(findKinds(length, (at) => keyOf(at) * mostVersions + versions[at % across]!), (at) => {
    const { lead, words, after } = personMeaning(picture, metrics[0]!, at, scales);
    const cell = unpackCell(cells, at, '');
    const looks = metrics.map((metric) => {
      const look = personLook(picture, metric, at);
      if (metric !== 'age' || cell === null || !isAged(cell)) return book.look(look);
      return book.look({ ...look, text: look.text.slice(ageText(cell.agreedOn!, picture.asOf).length) }, true);
    });
    const levels = cell === null ? '' : `${cell.agreedLevel ?? '-'}${cell.expectedLevel ?? '-'}`;
    return { looks, texts: [lead, words, after, levels] };
  });
  const [lead, state, since, after] = [book.part(kinds, 0), book.part(kinds, 1), book.part(days), book.part(kinds, 2)] as const;
  const words = [lead, state, since, after];
  const levels = book.part(kinds, 3);
  return metrics.map((metric, which) => {
    const told: ToldLooks = { look: [kinds.at, kinds.told.map(({ looks }) => looks[which]!)], words, short: metric === 'age' ? [state, since] : [state], levels };
    return [metric, metric === 'age' ? { ...told, day: [days.at, days.told.map(({ looks }) => looks[0] ?? 0)] } : told];
  });
}

/** The characters "0" and "-". */
const [zero, none] = [48, 45];
const [mostLevels, mostStates, mostMarkSets, mostVersions] = [32, 16, 1_024, 4_096];

/** One whole number for everything that a cell is, but for its day: whether it has one. */
function keyOfCell({ expected, self, manager, agreed, states, marks, agreedOn }: PersonCells): (at: number) => number {
  const level = (column: string, at: number) => column.charCodeAt(at) - none;
  return (at) => {
    const levels = ((level(expected, at) * mostLevels + level(self, at)) * mostLevels + level(manager, at)) * mostLevels + level(agreed, at);
    const stateAndMarks = level(states, at) * mostMarkSets + marks.charCodeAt(at) - zero;
    return ((levels * mostStates * mostMarkSets) + stateAndMarks) * 2 + (agreedOn.charCodeAt(at) === none ? 0 : 1);
  };
}
