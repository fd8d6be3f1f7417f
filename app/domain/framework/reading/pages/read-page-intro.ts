import { nameKey } from '#app/domain/framework/name-key.ts';
import { readDocumentDate } from '#app/domain/framework/reading/read-document-date.ts';
import { describePageLines } from './describe-page-lines.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';

export interface PageIntro {
  /** Null where the page nowhere names its role. */
  roleName: string | null;
  roleNameLine: number;
  description: string | null;
  /** ISO date of the last update, else of publication. */
  date: string | null;
}

/** The role's name, description and date, from the lines before the first role level and after the last. */
export function readPageIntro(intro: readonly PageLine[], tail: readonly PageLine[]): PageIntro {
  const does = intro.findIndex((line) => pagePatterns.whatRoleDoes.test(line.text));
  const levels = intro.findIndex((line, at) => at > does && (pagePatterns.howMany.test(line.text) || pagePatterns.roleLevelsHead.test(line.text)));
  const title = findTitle(intro, does, levels);
  const described = does === -1 ? [] : intro.slice(does + 1, levels === -1 ? intro.length : levels);
  return {
    roleName: title?.text ?? null,
    roleNameLine: title?.line ?? 1,
    description: describePageLines(described),
    date: findDate(intro, tail),
  };
}

function findTitle(intro: readonly PageLine[], does: number, levels: number): Pick<PageLine, 'text' | 'line'> | null {
  const findOut = intro.findIndex((line) => pagePatterns.findOut.test(line.text));
  const subjects = [
    pagePatterns.whatRoleDoes.exec(intro[does]?.text ?? '')?.[1],
    pagePatterns.roleLevelsHead.exec(intro[levels]?.text ?? '')?.[1],
    pagePatterns.howMany.exec(intro[levels]?.text ?? '')?.[2],
  ].filter((subject) => subject !== undefined);
  const same = intro.find((line) => subjects.some((subject) => nameKey(subject) === nameKey(line.text)));
  if (same !== undefined) return same;
  const above = findOut > 0 ? intro[findOut - 1] : undefined;
  if (above !== undefined && !above.bullet && !/[.?!]$/.test(above.text)) return above;
  const [subject] = subjects;
  const line = intro[does === -1 ? levels : does]?.line ?? 1;
  return subject === undefined ? null : { text: subject.charAt(0).toUpperCase() + subject.slice(1), line };
}

function findDate(intro: readonly PageLine[], tail: readonly PageLine[]): string | null {
  const lines = [...intro, ...tail].map((line) => line.text);
  const updated = lines.map((text) => readDocumentDate(/^.{0,60}?\b(?:last )?updated\b:?(.{0,40})/i.exec(text)?.[1] ?? '')).filter((date) => date !== null);
  const published = lines.filter((text) => pagePatterns.published.test(text)).map(readDocumentDate).filter((date) => date !== null);
  return updated.sort().at(-1) ?? published.sort().at(-1) ?? null;
}
