import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { findPlainHeads } from './find-plain-heads.ts';
import type { PageHead } from './find-plain-heads.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';

/** One role level's part of a page: its heading and the lines up to the next heading. */
export interface PageSection {
  name: string;
  line: number;
  lines: PageLine[];
}

export interface PageParts {
  /** Lines before the first role level. */
  intro: PageLine[];
  sections: PageSection[];
  /** From the shared-skills table, the updates or the foot of the page on. */
  tail: PageLine[];
}

/**
 * Parts a role page at its role level headings. Numbered headings count; a contents list that repeats them does not.
 * On a page that was copied without numbers, a heading is the line that stands where a new role level begins:
 * named by the sentence "There are N ... from X to Y", or first after the skills of the level before.
 * Refuses a page in which no role level heading can be found.
 */
export function splitRolePage(lines: readonly PageLine[], report: ImportReport): PageParts {
  const isLevel = (line: PageLine) => !line.bullet && pagePatterns.level.test(line.text);
  const lastLevel = lines.findLastIndex(isLevel);
  const end = lines.findIndex((line, index) => index > lastLevel && !line.bullet && (pagePatterns.shared.test(line.text) || pagePatterns.ending.test(line.text)));
  const body = lastLevel === -1 || end === -1 ? lines : lines.slice(0, end);
  const tail = lines.slice(body.length);
  let heads = numberedHeads(body, isLevel, report);
  if (heads.length === 0) heads = findPlainHeads(body, isLevel);
  if (heads.length === 0) {
    report.refuse(null, null, 'No role level heading was found. A role page has one numbered heading for each role level, such as "1. Name of the role level".');
  }
  const sections = heads.map(({ at, name }, index) => ({
    name,
    line: body[at]?.line ?? 1,
    lines: body.slice(at + 1, heads[index + 1]?.at ?? body.length),
  }));
  return { intro: body.slice(0, heads[0]?.at ?? body.length), sections, tail };
}

function numberedHeads(body: readonly PageLine[], isLevel: (line: PageLine) => boolean, report: ImportReport): PageHead[] {
  const found = body.flatMap((line, at) => {
    const parts = line.bullet ? null : pagePatterns.numbered.exec(line.text);
    const name = (parts?.[2] ?? '').replace(/[:.]$/, '').trim();
    const isOther = [pagePatterns.whatRoleDoes, pagePatterns.roleLevelsHead, pagePatterns.shared, pagePatterns.ending].some((pattern) => pattern.test(name));
    return parts === null || isOther ? [] : [{ at, number: Number(parts[1]), name }];
  });
  const heads = found.filter((head, index) => {
    const next = found[index + 1]?.at ?? body.length;
    const repeated = found.slice(index + 1).some((later) => nameKey(later.name) === nameKey(head.name));
    return !repeated || body.slice(head.at, next).some(isLevel);
  });
  const expected = heads.every((head, index) => head.number === index + 1 || head.number === 1);
  if (!expected) {
    report.notice('unknown-section', body[heads[0]?.at ?? 0]?.line ?? null, `The role levels are numbered ${heads.map((head) => head.number).join(', ')}: is one missing? They are read in the order of the page.`);
  }
  return heads;
}
