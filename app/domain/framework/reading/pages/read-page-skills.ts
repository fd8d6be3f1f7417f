import type { ExpectationFacts } from '#app/domain/framework/framework-facts.ts';
import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { SkillMention } from '#app/domain/framework/reading/gather-skills.ts';
import { isUndefinedWording } from '#app/domain/framework/reading/is-undefined-wording.ts';
import { matchScaleStep } from '#app/domain/framework/reading/match-scale-step.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { pagePatterns } from './page-patterns.ts';
import type { PageLine } from './read-page-lines.ts';
import type { PageSection } from './split-role-page.ts';

export interface PageSkills {
  expectations: ExpectationFacts[];
  mentions: SkillMention[];
  /** How many lines of the section stand before its skills. */
  before: number;
}

/**
 * The skills of one role level: each is a name, a line "Level: ..." under it, and what one can do at that level.
 * Refuses a section without skills, a level line without a name above or without a known level, a name without a
 * level line, and a skill that stands at two levels; each with its line.
 */
export function readPageSkills(section: PageSection, isLast: boolean, report: ImportReport): PageSkills {
  const { lines } = section;
  const anchors = lines.flatMap((line, at) => (!line.bullet && pagePatterns.level.test(line.text) ? [at] : []));
  if (anchors.length === 0) {
    report.refuse(section.line, null, `The role level "${section.name}" on line ${section.line} has no skills: no line "Level: ..." follows it.`);
  }
  checkFirstSkill(lines.slice(0, Math.max(0, (anchors[0] ?? 0) - 1)), section, report);
  const mentions: SkillMention[] = [];
  anchors.forEach((at, index) => {
    const next = anchors[index + 1];
    const body = lines.slice(at + 1, next === undefined ? lines.length : next - 1);
    const mention = mentionOf(lines[at - 1], lines[at], report);
    const wording = readBody(body, next === undefined && isLast, section, report);
    if (mention !== null) mentions.push({ ...mention, ...wording });
  });
  const known = new Map<string, SkillMention>();
  for (const mention of mentions) {
    const before = known.get(nameKey(mention.skill));
    if (before === undefined) known.set(nameKey(mention.skill), mention);
    else if (before.ordinal === mention.ordinal) report.notice('duplicate-row', mention.row, `"${section.name}" lists "${mention.skill}" twice, on lines ${before.row} and ${mention.row}.`);
    else report.refuse(mention.row, null, `"${section.name}" expects "${mention.skill}" at one level on line ${before.row} and at another on line ${mention.row}.`);
  }
  const expectations = [...known.values()].map((mention) => ({ skillName: mention.skill, expectedLevel: mention.ordinal ?? 0 }));
  return { expectations, mentions, before: Math.max(0, (anchors[0] ?? lines.length + 1) - 1) };
}

function mentionOf(name: PageLine | undefined, level: PageLine | undefined, report: ImportReport): SkillMention | null {
  const at = level?.line ?? 1;
  const word = (pagePatterns.level.exec(level?.text ?? '')?.[1] ?? '').replace(/[.,;(].*$/, '').trim();
  if (name === undefined || !isName(name)) {
    report.refuse(at, null, `Line ${at} gives a level, and no skill name stands above it.`);
    return null;
  }
  const ordinal = matchScaleStep(word, officialScale);
  const skill = report.name(name.text.replace(/:$/, ''), name.line, null);
  if (ordinal === null) {
    report.refuse(at, null, `Line ${at} gives "${skill}" the level "${word.slice(0, 60)}". Known levels: ${officialScale.map((step) => step.name).join(', ')}.`);
    return null;
  }
  return { row: name.line, skill, description: null, ordinal, defined: true, statements: [] };
}

function isName({ text, bullet }: PageLine): boolean {
  const { ascending, youCan, level, skillsTable } = pagePatterns;
  return !bullet && text.length <= frameworkLimits.nameLength && ![ascending, youCan, level, skillsTable].some((pattern) => pattern.test(text)) && !/[.;]$|^\p{Ll}+\b/u.test(text) && !isUndefinedWording(text);
}

/** Refuses a skill that stands before the first level line of its section: its own level line is lost. */
function checkFirstSkill(before: readonly PageLine[], section: PageSection, report: ImportReport): void {
  const table = before.findIndex((line) => !line.bullet && /^skill description$|^description$/i.test(line.text));
  const lost = before.find((line, at) => (table !== -1 && at > table) || (!line.bullet && (pagePatterns.ascending.test(line.text) || /^you can ?:?$/i.test(line.text))));
  if (lost !== undefined) report.refuse(lost.line, null, `Line ${lost.line} of "${section.name}" ("${lost.text.slice(0, 60)}") belongs to a skill without a line "Level: ...".`);
}

/** Whether what trails the last skill is itself a skill without a level, as on a page that was cut short. */
function endsInSkill(trailing: readonly PageLine[]): boolean {
  const [first] = trailing;
  return (trailing.length === 1 && first !== undefined && isName(first)) || trailing.some((line) => !line.bullet && pagePatterns.youCan.test(line.text));
}

/** The statements under a level line. What follows the bullets is a skill name that lost its level, or the end of the page. */
function readBody(body: readonly PageLine[], mayTrail: boolean, section: PageSection, report: ImportReport): Pick<SkillMention, 'defined' | 'statements'> {
  const said = body.filter((line) => line.bullet || !pagePatterns.ascending.test(line.text));
  if (said.some((line) => isUndefinedWording(line.text))) return { defined: false, statements: [] };
  const statements: string[] = [];
  const bulleted = said.some((line) => line.bullet);
  for (const line of said) {
    const opening = !line.bullet && pagePatterns.youCan.test(line.text);
    const text = opening ? line.text.replace(/^you (?:can|will be able to|should be able to)\s*(?::|…|\.\.\.)?\s*/i, '') : line.text;
    if (text === '') continue;
    if (line.bullet || opening || (!bulleted && !looksLost(line, said))) statements.push(text);
    else if (continues(line, statements)) statements.push(`${statements.pop()} ${text}`);
    else if (mayTrail && !endsInSkill(said.slice(said.indexOf(line)))) {
      report.notice('unknown-section', line.line, `The page from line ${line.line} on ("${text.slice(0, 60)}") is not read.`);
      break;
    } else {
      report.refuse(line.line, null, `Line ${line.line} of "${section.name}" says "${text.slice(0, 80)}" where a skill name and its level are expected. A line "Level: ..." or a role level heading is missing.`);
      break;
    }
  }
  if (statements.length === 0 && said.some((line) => pagePatterns.youCan.test(line.text))) {
    report.refuse(said[0]?.line ?? null, null, `Nothing stands under "You can" on line ${said[0]?.line} of "${section.name}": a statement or a skill name is missing.`);
  }
  return { defined: true, statements };
}

/** Whether a line without a bullet is the rest of the wrapped line above it. */
function continues(line: PageLine, statements: readonly string[]): boolean {
  const above = statements.at(-1);
  return above !== undefined && !line.afterBlank && (/^\p{Ll}/u.test(line.text) || above.length >= 60);
}

/** Whether a table head stands in the middle of a level: the sign of a role level heading that was lost. */
function looksLost(line: PageLine, said: readonly PageLine[]): boolean {
  return said.some((other) => other.line >= line.line && /^skill description$/i.test(other.text));
}
