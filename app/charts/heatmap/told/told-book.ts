import { cleanText } from '#app/charts/heatmap/drawing/clean-text.ts';
import type { CellLook } from '#app/charts/heatmap/look/look-of.ts';
import type { FoundKinds } from './find-kinds.ts';
import type { ToldKinds, ToldPicture, ToldStyle } from './told-picture.ts';
import { writeKinds } from './write-kinds.ts';

/** What is told of one kind: places of looks, and texts; each kind of a telling has as many. */
export interface KindTold {
  looks: number[];
  texts: string[];
}

/** Kinds as they were written down: their place in `kinds`, and by kind what was told. */
export interface WrittenKinds {
  at: number;
  told: KindTold[];
}

/** Where looks, kinds and words are collected, each once. */
export interface ToldBook extends Pick<ToldPicture, 'styles' | 'looks' | 'kinds' | 'parts'> {
  /** The place of a look; with `isOfDay` its text goes on that of its day, and it is painted as that is. */
  look: (look: CellLook, isOfDay?: boolean) => number;
  /** Tells of the first cell of each kind what holds for all of it; kinds of which the same is told become one. */
  tell: (found: FoundKinds, tellOf: (at: number) => KindTold) => WrittenKinds;
  /** The place in `parts` of what these kinds say. `which` of their texts. */
  part: (kinds: WrittenKinds, which?: number) => number;
}

/** An empty book. */
export function toldBook(): ToldBook {
  const styles = places<string, ToldStyle>();
  const looks = places<string, ToldPicture['looks'][number]>();
  const kinds = places<ToldKinds, ToldKinds>();
  const parts: ToldPicture['parts'] = [];
  return {
    styles: styles.known,
    looks: looks.known,
    kinds: kinds.known,
    parts,
    look: ({ text, ...told }, isOfDay = false) => {
      const look = isOfDay ? { ...told, fill: null, textColour: '' } : told;
      const style = styles.at(`${look.fill} ${look.textColour} ${look.border} ${look.hatch} ${look.marks.join(' ')}`, () => look);
      return looks.at(`${style} ${text}`, () => [text, style]);
    },
    tell: ({ places: found, firsts }, tellOf) => {
      const told = places<string, KindTold>();
      const merged = firsts.map((at) => {
        const one = tellOf(at);
        return told.at(keyOf(one), () => one);
      });
      const written = writeKinds(found.map((place) => merged[place]!), told.known.length);
      return { at: kinds.at(written, () => written), told: told.known };
    },
    part: ({ at, told }, which = 0) => parts.push([at, told.map(({ texts }) => cleanText(texts[which]!))]) - 1,
  };
}

/** Most tell one thing, of which nothing has to be put together: thousands of counts are mostly different. */
const keyOf = ({ looks, texts }: KindTold) => (looks.length + texts.length === 1 ? String(looks[0] ?? texts[0]) : JSON.stringify([looks, texts]));

/** A list in which each thing is once, and is found by its key. */
function places<Key, Thing>() {
  const [known, found] = [[] as Thing[], new Map<Key, number>()];
  return {
    known,
    at: (key: Key, make: () => Thing): number => {
      let place = found.get(key);
      if (place === undefined) found.set(key, (place = known.push(make()) - 1));
      return place;
    },
  };
}
