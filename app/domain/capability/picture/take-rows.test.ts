import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPicture } from './__fixtures__/any-picture.ts';
import { cellsOf } from './__fixtures__/cells-of.ts';
import { takeColumns } from './take-columns.ts';
import { takeRows } from './take-rows.ts';

const shuffled = (length: number) => fc.shuffledSubarray(Array.from({ length }, (_, place) => place));

describe('a picture with some of its rows and columns', () => {
  it('says of every row that is left what it said before, on both days', () => {
    fc.assert(
      fc.property(anyPicture().chain((picture) => fc.tuple(fc.constant(picture), shuffled(picture.rows.length))), ([picture, places]) => {
        const taken = takeRows(picture, places);
        expect(cellsOf(taken, 'cells')).toEqual(places.map((place) => cellsOf(picture, 'cells')[place]));
        expect(cellsOf(taken, 'earlier')).toEqual(places.map((place) => cellsOf(picture, 'earlier')[place]));
        expect(taken.rows.map(({ id }) => id)).toEqual(places.map((place) => picture.rows[place]!.id));
        expect(taken.rows.map(({ group }) => taken.groups[group!])).toEqual(places.map((place) => picture.groups[picture.rows[place]!.group!]));
        expect(taken.groups.every((_, place) => taken.rows.some(({ group }) => group === place))).toBe(true);
      }),
    );
  });

  it('says in every column that is left what it said before, on both days', () => {
    fc.assert(
      fc.property(anyPicture().chain((picture) => fc.tuple(fc.constant(picture), shuffled(picture.columns.length))), ([picture, places]) => {
        const taken = takeColumns(picture, places);
        for (const day of ['cells', 'earlier'] as const) {
          expect(cellsOf(taken, day)).toEqual(cellsOf(picture, day).map((row) => places.map((place) => row[place])));
        }
        expect(taken.columns.map(({ id }) => id)).toEqual(places.map((place) => picture.columns[place]!.id));
      }),
    );
  });
});
