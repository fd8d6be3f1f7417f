import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { FrameworkFacts, ImportNotice, ImportRefusal, ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { orderFacts } from '#app/domain/framework/order-facts.ts';
import { startReport } from '#app/domain/framework/start-report.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';
import { mergeRoles } from './merge-roles.ts';
import { mergeSkills } from './merge-skills.ts';
import { rankReadings } from './rank-readings.ts';
import type { MergeReading } from './rank-readings.ts';

export interface MergedFacts {
  /** The facts that result; where something is refused, those of the adopted version. */
  facts: FrameworkFacts;
  notices: ImportNotice[];
  refusals: ImportRefusal[];
}

/**
 * Lays documents over the adopted version of a framework (null for a first import). The order in which they are given
 * does not matter, and laying the same documents over the result changes nothing. Expected levels, grades and order of
 * seniority: a document replaces what it covers, everything else stays. Wording: skills.csv, then roles.csv, then role
 * pages, then our own summaries; among equals the later date, then the later file name. Refuses documents that
 * contradict each other on an expected level, and documents with different scales.
 */
export function mergeFacts(base: FrameworkFacts | null, readings: readonly MergeReading[]): MergedFacts {
  const ranked = rankReadings(readings);
  const report = startReport(ranked.map((reading) => reading.file).sort(compareNames).join(', '));
  const empty = { scale: [], families: [], roles: [], skills: [] };
  const adopted = orderFacts(base ?? empty);
  const scale = checkScales(base, ranked, report);
  if (report.refused) return { facts: adopted, notices: [], refusals: report.refusals() };

  const skills = mergeSkills(adopted.skills, ranked, report);
  const holdsDownloads = adopted.skills.some((skill) => skill.levels.some((level) => level.wordingSource === 'roles-csv' || level.wordingSource === 'skills-csv'));
  const roles = mergeRoles(adopted.roles, ranked, holdsDownloads, report);
  noticeAbsent(adopted, ranked, report);
  const families = new Map<string, string>();
  for (const facts of [...ranked.map((reading) => reading.facts), adopted]) {
    for (const family of [...facts.families, ...facts.roles.map((role) => role.familyName)]) {
      if (family !== null && !families.has(nameKey(family))) families.set(nameKey(family), family);
    }
  }
  const skillNames = new Map(skills.map((skill) => [nameKey(skill.name), skill.name]));
  const facts = orderFacts({
    scale,
    families: [...families.values()],
    skills,
    roles: roles.map((role) => ({
      ...role,
      familyName: role.familyName === null ? null : (families.get(nameKey(role.familyName)) ?? role.familyName),
      roleLevels: role.roleLevels.map((roleLevel) => ({
        ...roleLevel,
        expectations: roleLevel.expectations.map((expectation) => ({ ...expectation, skillName: skillNames.get(nameKey(expectation.skillName)) ?? expectation.skillName })),
      })),
      skillsWithoutLevel: role.skillsWithoutLevel?.map((name) => skillNames.get(nameKey(name)) ?? name),
    })),
  });
  noticeUndefined(facts, report);
  return { facts: report.refused ? adopted : facts, notices: report.notices, refusals: report.refusals() };
}

function checkScales(base: FrameworkFacts | null, ranked: readonly MergeReading[], report: ImportReport): ScaleStep[] {
  const [first] = ranked;
  const scale = base?.scale ?? first?.facts.scale ?? [];
  const words = (steps: readonly ScaleStep[]) => steps.map((step) => step.name).join(', ');
  for (const { file, facts } of ranked) {
    if (nameKey(words(facts.scale)) !== nameKey(words(scale))) {
      report.refuse(null, null, `${file} uses the levels ${words(facts.scale)}; ${base === null ? first?.file : 'the adopted version'} uses ${words(scale)}. They are different frameworks: import them one by one.`);
    }
  }
  return [...scale];
}

function noticeAbsent(adopted: FrameworkFacts, ranked: readonly MergeReading[], report: ImportReport): void {
  const absent = (kinds: readonly string[], names: readonly string[], told: (facts: FrameworkFacts) => readonly { name: string }[]) => {
    if (!ranked.some((reading) => kinds.includes(reading.kind))) return [];
    const mentioned = new Set(ranked.flatMap((reading) => told(reading.facts).map(({ name }) => nameKey(name))));
    return names.filter((name) => !mentioned.has(nameKey(name)));
  };
  const roles = absent(['roles-csv'], adopted.roles.map((role) => role.name), (facts) => facts.roles);
  const skills = absent(['roles-csv', 'skills-csv'], adopted.skills.map((skill) => skill.name), (facts) => facts.skills);
  for (const [what, names] of [['roles', roles], ['skills', skills]] as const) {
    if (names.length > 0) report.notice('kept-absent', null, `${names.length} adopted ${what} are in none of the documents and stay: ${names.slice(0, 20).join('; ')}${names.length > 20 ? '; ...' : ''}.`);
  }
}

function noticeUndefined(facts: FrameworkFacts, report: ImportReport): void {
  const undefinedLevels = new Set(facts.skills.flatMap((skill) => skill.levels.filter((level) => !level.defined).map((level) => `${level.ordinal} ${skill.name}`)));
  for (const roleLevel of facts.roles.flatMap((role) => role.roleLevels)) {
    for (const { skillName, expectedLevel } of roleLevel.expectations) {
      if (undefinedLevels.has(`${expectedLevel} ${skillName}`)) {
        report.notice('undefined-level', null, `"${roleLevel.name}" expects "${skillName}" at level ${expectedLevel}, which the framework does not define.`);
      }
    }
  }
}
