import { countedWords } from './counted-words.ts';
import type { PictureTotals } from '#app/domain/capability/picture/picture-totals.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';

/**
 * What the figures of a picture count: "5 teams, 48 people, 412 expected skill levels". A reader from whom small counts are withheld is
 * told of no numbers of people, which would give away what the cells withhold.
 */
export function pictureCountedWords(picture: Picture, totals: PictureTotals, totalRows: number): string {
  const { view, columns, disclosureControlled } = picture;
  const people = countedWords(totals.people, 'person', 'people');
  const expected = countedWords(totals.expected, 'expected skill level', 'expected skill levels');
  const skills = countedWords(columns.length, 'skill', 'skills');
  const roleLevels = countedWords(totalRows, 'role level', 'role levels');
  switch (view) {
    case 'people':
    case 'voices':
      return `${people}, ${expected}`;
    case 'teams':
      if (disclosureControlled) return `${countedWords(Math.max(0, totalRows - 1), 'team and its total', 'teams and their total')}`;
      return `${countedWords(totalRows, 'team', 'teams')}, ${people}, ${expected}`;
    case 'role-levels':
      return `${roleLevels}, ${people}, ${expected}`;
    case 'expectation':
      return `${roleLevels}, ${skills}`;
    default:
      return `${countedWords(totalRows, 'skill', 'skills')} in ${countedWords(columns.length, 'column', 'columns')}; in the last, ${people} and ${expected}`;
  }
}
