import { nameKey } from '#app/domain/framework/name-key.ts';
import { isUndefinedWording } from '#app/domain/framework/reading/is-undefined-wording.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';

/** A role level heading: where it stands among the lines, and its name. */
export interface PageHead {
  at: number;
  name: string;
}

/**
 * The role level headings of a page that was copied without their numbers. The first is the line that the sentence
 * "There are N ... role levels, from X to Y" names, each further one is the first heading-like line between the
 * statements of a skill and the next skills table. None where that sentence and the headings found disagree,
 * in number or on the last name: guessing would put skills under the wrong role level.
 */
export function findPlainHeads(body: readonly PageLine[], isLevel: (line: PageLine) => boolean): PageHead[] {
  const anchors = body.flatMap((line, at) => (isLevel(line) ? [at] : []));
  const countAt = body.findIndex((line) => pagePatterns.howMany.test(line.text));
  const said = pagePatterns.howMany.exec(body[countAt]?.text ?? '');
  const first = firstHead(body, anchors[0] ?? 0, countAt, said?.[3] ?? said?.[2]);
  if (said === null || first === null) return [];
  const heads = [first];
  anchors.forEach((anchor, index) => {
    const next = anchors[index + 1];
    const head = next === undefined ? null : headBetween(body, anchor + 1, next - 1);
    if (head !== null) heads.push(head);
  });
  const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
  const count = numbers.indexOf((said[1] ?? '').toLowerCase()) + 1 || Number(said[1]);
  const last = said[4] ?? said[2] ?? '';
  return heads.length === count && nameKey(heads.at(-1)?.name ?? '') === nameKey(last) ? heads : [];
}

function firstHead(body: readonly PageLine[], firstLevel: number, countAt: number, wanted: string | undefined): PageHead | null {
  for (let at = firstLevel - 1; at > countAt; at -= 1) {
    const line = body[at];
    if (line !== undefined && wanted !== undefined && nameKey(line.text) === nameKey(wanted)) return { at, name: line.text };
  }
  return null;
}

function headBetween(body: readonly PageLine[], from: number, to: number): PageHead | null {
  const between = body.slice(from, to);
  const table = between.findIndex((line) => !line.bullet && /^skills?(?: description)?$/i.test(line.text));
  const start = between.findIndex((line) => !line.bullet && !isWording(line.text));
  const head = between[start];
  return head === undefined || start >= table ? null : { at: from + start, name: head.text };
}

function isWording(text: string): boolean {
  return pagePatterns.ascending.test(text) || pagePatterns.youCan.test(text) || isUndefinedWording(text) || /^\p{Ll}|[.:;]$/u.test(text);
}
