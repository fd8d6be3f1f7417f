import { formatDate } from '#app/domain/assessment/format-date.ts';
import { countedWords } from './counted-words.ts';
import { describeFilters } from './describe-filters.ts';
import { filterSentence } from './filter-sentence.ts';
import { pictureCountedWords } from './picture-counted-words.ts';
import { pictureLeftOutWords } from './picture-left-out-words.ts';
import { pictureOrderWords } from './picture-order-words.ts';
import { pictureTitle } from './picture-title.ts';
import type { PictureToDescribe } from './picture-to-describe.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';

/** What stands above a picture, on every page and in every file, in plain words. No part ends in a full stop. */
export interface PictureWords {
  title: string;
  /** "22 November 2026", or "22 November 2026 against 22 November 2025". */
  days: string;
  frameworkVersion: string;
  /** What the figures count: "48 people, 412 expected skill levels". */
  counted: string;
  /** Who and what is not counted, and why; null where nothing is left out. */
  leftOut: string | null;
  /** What the filters hide: "12 people and 3 skills are hidden by the filters"; null where they hide nothing. */
  hidden: string | null;
  order: string;
  /** What the picture is narrowed to: "Team: Networks or Cloud; State: not assessed"; null without a filter. */
  filter: string | null;
}

/** The words of a picture's caption: the same on the page, in the drawing that is taken away and in every table. */
export function describePicture(about: PictureToDescribe): PictureWords {
  const { picture, state, heldLevel, names, frameworkVersion } = about;
  // What is not shown decides over no order.
  const orderSkill = picture.columns.find(({ id }) => id === (state.orderSkillId ?? picture.columns[0]?.id));
  const orderSkillName = picture.view === 'cycles' ? null : (orderSkill?.name ?? null);
  return {
    title: pictureTitle(picture.view, state.metric, heldLevel),
    days: picture.before === null ? formatDate(picture.asOf) : `${formatDate(picture.asOf)} against ${formatDate(picture.before)}`,
    frameworkVersion,
    counted: pictureCountedWords(picture, about.totals, about.totalRows),
    leftOut: pictureLeftOutWords(about),
    hidden: hiddenWords(picture),
    order: pictureOrderWords(picture, state.order, about.totalRows, orderSkillName),
    filter: filterSentence(describeFilters(state, names)),
  };
}

/** What rows and columns are called, one and many. */
const nouns = {
  people: [['person', 'people'], ['skill', 'skills']],
  voices: [['person', 'people'], ['skill', 'skills']],
  teams: [['team', 'teams'], ['skill', 'skills']],
  'role-levels': [['role level', 'role levels'], ['skill', 'skills']],
  expectation: [['role level', 'role levels'], ['skill', 'skills']],
  cycles: [['skill', 'skills'], ['round', 'rounds']],
} as const;

function hiddenWords({ view, hidden }: Picture): string | null {
  const [[row, rows], [column, columns]] = nouns[view];
  const people = row === 'person' ? 0 : (hidden.people ?? 0);
  const parts = [
    ...(hidden.rows > 0 ? [countedWords(hidden.rows, row, rows) + (people > 0 ? ` (${countedWords(people, 'person', 'people')})` : '')] : []),
    ...(hidden.columns > 0 ? [countedWords(hidden.columns, column, columns)] : []),
  ];
  if (parts.length === 0) return null;
  return `${parts.join(' and ')} ${hidden.rows + hidden.columns === 1 ? 'is' : 'are'} hidden by the filters`;
}
