import type { ExpectationFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';

/** One document's word on a role level. */
export interface RoleLevelVoice {
  file: string;
  roleLevel: RoleLevelFacts;
  /** Whether its name and description only fill what the adopted version leaves open. */
  fillsOnly: boolean;
}

/**
 * One role level out of what ranked documents and the adopted version say. Documents replace the expected levels as a
 * whole: the first document's list stands. Documents that expect one skill at two levels are refused; a skill that only
 * some of them expect, and grades that differ, are noticed. Grades and description stay where no document gives them.
 */
export function mergeRoleLevel(voices: readonly RoleLevelVoice[], base: RoleLevelFacts | null, report: ImportReport): RoleLevelFacts | null {
  const [first, ...others] = voices;
  if (first === undefined) return base;
  for (const other of others) compareExpectations(first, other, report);
  others.forEach((other, index) => others.slice(index + 1).forEach((third) => compareExpectations(other, third, report, true)));
  const graded = voices.filter((voice) => voice.roleLevel.grades !== null);
  for (const voice of graded.slice(1)) {
    if (gradesOf(voice) !== gradesOf(graded[0])) {
      report.notice('expectation-conflict', null, `${graded[0]?.file} gives "${first.roleLevel.name}" the grades ${gradesOf(graded[0])}, ${voice.file} gives ${gradesOf(voice)}; those of ${graded[0]?.file} stand.`);
    }
  }
  const strong = voices.filter((voice) => !voice.fillsOnly).map((voice) => voice.roleLevel);
  const inTurn = [...strong, ...(base === null ? [] : [base]), ...voices.map((voice) => voice.roleLevel)];
  return {
    name: inTurn[0]?.name ?? first.roleLevel.name,
    description: inTurn.find((roleLevel) => roleLevel.description !== null)?.description ?? null,
    seniority: null,
    grades: graded[0]?.roleLevel.grades ?? base?.grades ?? null,
    expectations: first.roleLevel.expectations,
  };
}

function gradesOf(voice: RoleLevelVoice | undefined): string {
  return voice?.roleLevel.grades?.join(', ') || 'none';
}

function compareExpectations(left: RoleLevelVoice, right: RoleLevelVoice, report: ImportReport, levelsOnly = false): void {
  const expected = byKey(left.roleLevel.expectations);
  const others = byKey(right.roleLevel.expectations);
  const name = left.roleLevel.name;
  for (const [key, { skillName, expectedLevel }] of expected) {
    const other = others.get(key);
    if (other !== undefined && other.expectedLevel !== expectedLevel) {
      report.refuse(null, skillName, `"${name}" expects "${skillName}" at level ${expectedLevel} in ${left.file} and at level ${other.expectedLevel} in ${right.file}. Import the one that is right, or put the other right first.`);
    } else if (other === undefined && !levelsOnly) {
      report.notice('expectation-conflict', null, `"${name}" expects "${skillName}" in ${left.file} and not in ${right.file}; ${left.file} stands.`);
    }
  }
  for (const [key, { skillName }] of others) {
    if (!expected.has(key) && !levelsOnly) {
      report.notice('expectation-conflict', null, `"${name}" expects "${skillName}" in ${right.file} and not in ${left.file}; ${left.file} stands, so it is not expected.`);
    }
  }
}

function byKey(expectations: readonly ExpectationFacts[]): Map<string, ExpectationFacts> {
  return new Map(expectations.map((expectation) => [nameKey(expectation.skillName), expectation]));
}
