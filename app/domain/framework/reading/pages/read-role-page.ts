import type { ImportReading, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { checkReadable } from '#app/domain/framework/reading/check-readable.ts';
import { gatherSkills } from '#app/domain/framework/reading/gather-skills.ts';
import type { SkillMention } from '#app/domain/framework/reading/gather-skills.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import { checkPageLength } from './check-page-length.ts';
import { checkSharedSkills } from './check-shared-skills.ts';
import { pagePatterns } from './page-patterns.ts';
import { readPageIntro } from './read-page-intro.ts';
import { readPageLevelIntro } from './read-page-level-intro.ts';
import { readPageLines } from './read-page-lines.ts';
import { readPageSkills } from './read-page-skills.ts';
import { readPageUpdates } from './read-page-updates.ts';
import { splitRolePage } from './split-role-page.ts';

/**
 * What the text of a role page says: the role, its levels in order of seniority (1 is the most junior) with grades,
 * expected levels and wording, dated by the page, and the notes of its updates. Refuses, with the line, a page without a role name, without role
 * level headings, with a role level that has no skills, or with a skill that has no level. Throws nothing.
 */
export function readRolePage(text: string, file: string): ImportReading {
  const report = startReport(file);
  checkReadable(text, report);
  checkPageLength(text, report);
  if (report.refused) return { ok: false, refusals: report.refusals() };

  const { intro, sections, tail } = splitRolePage(readPageLines(text), report);
  const page = readPageIntro(intro, tail);
  if (page.roleName === null) {
    report.refuse(1, null, 'The page does not name its role: neither a title above "Find out what ...", nor a heading "What a ... does" or "... role levels" was found before the first role level.');
  }
  const mentions: SkillMention[] = [];
  const roleLevels = sections.map((section, index): RoleLevelFacts => {
    const skills = readPageSkills(section, index === sections.length - 1, report);
    mentions.push(...skills.mentions);
    const { expectations, before } = skills;
    const name = report.name(section.name, section.line, null);
    if (sections.slice(0, index).some((other) => nameKey(other.name) === nameKey(name))) {
      report.refuse(section.line, null, `The role level "${name}" stands a second time on line ${section.line}.`);
    }
    return { name, ...readPageLevelIntro(section.lines.slice(0, before), report), seniority: index + 1, expectations };
  });
  const roleName = report.name(page.roleName ?? '', page.roleNameLine, null);
  const skills = gatherSkills(mentions, 'role-page', page.date, report);
  if (report.refused) return { ok: false, refusals: report.refusals() };

  noticeCount(intro.map((line) => line.text), sections.length, report);
  checkSharedSkills(tail, skills.map((skill) => skill.name), report);
  for (const mention of mentions) {
    if (!mention.defined) report.notice('undefined-level', mention.row, `The page does not define ${officialScale[(mention.ordinal ?? 1) - 1]?.name} of "${mention.skill}", and expects it.`);
  }
  const changeNotes = readPageUpdates(tail, roleName, report);
  const role = { familyName: null, name: roleName, description: page.description, roleLevels };
  return { ok: true, kind: 'role-page', notices: report.notices, facts: { scale: officialScale.map((step) => ({ ...step })), families: [], roles: [role], skills }, changeNotes };
}

function noticeCount(intro: readonly string[], found: number, report: ReturnType<typeof startReport>): void {
  const said = intro.map((text) => Number(pagePatterns.howMany.exec(text)?.[1])).find((count) => count > 0);
  if (said !== undefined && said !== found) report.notice('unknown-section', null, `The page announces ${said} role levels and holds ${found}; those it holds are read.`);
}
