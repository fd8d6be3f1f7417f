import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { ImportReading, SkillFacts, SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { jobDescriptionScale } from '#app/domain/framework/framework-scales.ts';
import { checkReadable } from '#app/domain/framework/reading/check-readable.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import { checkPageLength } from './check-page-length.ts';
import { readJobLines } from './read-job-lines.ts';
import { readPostDetails } from './read-post-details.ts';
import { splitPersonSpecification } from './split-person-specification.ts';
import type { SpecificationArea } from './split-person-specification.ts';

/**
 * What a job description on the template says, as a framework of its own with the steps essential (1) and desirable (2):
 * each area of the person specification is a skill, each criterion a statement, and the one role with its one role level
 * expects the essential step of every area. An area without desirable criteria leaves that step undefined.
 * Refuses, with the line, a description without post title, person specification, or criteria. Throws nothing.
 */
export function readJobDescription(text: string, file: string): ImportReading {
  const report = startReport(file);
  checkReadable(text, report);
  checkPageLength(text, report);
  if (report.refused) return { ok: false, refusals: report.refusals() };
  const details = readPostDetails(text);
  if (details.title === null) report.refuse(1, null, 'The job description does not name the post: no line "POST TITLE: ..." was found.');
  const areas = splitPersonSpecification(readJobLines(text), report);
  const name = report.name(details.title ?? '', details.titleLine, null);
  if (report.refused) return { ok: false, refusals: report.refusals() };
  for (const area of areas) {
    if (area.desirable.length === 0) report.notice('undefined-level', area.line, `"${area.name}" has no desirable criteria: that step is not defined.`);
  }
  const expectations = areas.map((area) => ({ skillName: area.name, expectedLevel: 1 })).sort((a, b) => compareNames(a.skillName, b.skillName));
  const roleLevel = { name, description: null, seniority: 1, grades: details.grades, expectations };
  return {
    ok: true,
    kind: 'job-description',
    notices: report.notices,
    facts: {
      scale: jobDescriptionScale.map((step) => ({ ...step })),
      families: [],
      roles: [{ familyName: null, name, description: null, roleLevels: [roleLevel] }],
      skills: areas.map(skillOf).sort((a, b) => compareNames(a.name, b.name)),
    },
  };
}

function skillOf(area: SpecificationArea): SkillFacts {
  const level = (ordinal: number, statements: string[]): SkillLevelFacts => ({
    ordinal,
    defined: statements.length > 0,
    statements,
    wordingSource: 'job-description',
    wordingDate: null,
  });
  return { name: area.name, description: null, levels: [level(1, area.essential), level(2, area.desirable)] };
}
