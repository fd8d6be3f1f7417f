import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePassword } from '#app/domain/access/judge-password.ts';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import { demoAccounts, demoAccountsOf } from './demo-accounts.ts';
import { demoFramework } from './demo-framework.ts';
import { headOfServiceName, lenientName } from './demo-teams.ts';
import { planDemo } from './plan-demo.ts';

const today = '2026-11-21';
const plan = planDemo(today);
const framework = demoFramework();

/** How much higher each manager rates than what is agreed in the same round, on average. */
function managersOverAgreed(): Map<string, number> {
  const key = (one: { personName: string; skillName: string; cycleName: string }) =>
    [one.personName, one.skillName, one.cycleName].join('/');
  const agreed = new Map(plan.assessments.filter(({ source }) => source === 'agreed').map((one) => [key(one), one.level]));
  const differences = new Map<string, number[]>();
  for (const one of plan.assessments.filter(({ source }) => source === 'manager')) {
    const settled = agreed.get(key(one)) ?? null;
    if (one.level === null || settled === null) continue;
    differences.set(one.assessorName, [...(differences.get(one.assessorName) ?? []), one.level - settled]);
  }
  return new Map(
    [...differences].map(([name, all]) => [name, all.reduce((sum, one) => sum + one, 0) / all.length]),
  );
}

describe('the plan of the demo', () => {
  it('is the same for the same date, and has the same levels on every date', () => {
    expect(planDemo(today)).toEqual(plan);
    const levels = (date: string) => {
      const { cycles, assessments } = planDemo(date);
      return assessments
        .map(({ personName, skillName, source, level, cycleName }) => {
          const round = cycles.findIndex(({ name }) => name === cycleName);
          return [personName, skillName, source, level, round].join('/');
        })
        .sort();
    };
    expect(levels('2028-03-01')).toEqual(levels(today));
  });

  it('fits any date: two closed rounds, an open one, and nothing said in the future or before somebody came', () => {
    const dates = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(dates, (date) => {
        const { cycles, people, assessments } = planDemo(date);
        const [last, current, open] = cycles;
        expect(last!.closesOn < current!.opensOn && current!.closesOn < open!.opensOn && open!.opensOn < date && date < open!.closesOn).toBe(true);
        expect(cycles.map(({ state }) => state)).toEqual(['closed', 'closed', 'open']);
        expect(new Set(cycles.map(({ name }) => name)).size).toBe(3);
        const outside = assessments.filter(({ personName, assessedOn, cycleName }) => {
          const round = cycles.find(({ name }) => name === cycleName)!;
          const person = people.find(({ name }) => name === personName)!;
          const [first, end] = [[round.opensOn, person.startsOn].sort()[1]!, person.leavesOn ?? date];
          return assessedOn < first || assessedOn > round.closesOn || assessedOn > end || assessedOn >= date;
        });
        expect(outside).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('has no two people, e-mail addresses or answers of the same kind alike', () => {
    expect(new Set(plan.people.map(({ name }) => name)).size).toBe(49);
    const answers = plan.assessments.map((one) => [one.personName, one.skillName, one.source, one.cycleName].join('/'));
    expect(new Set(answers).size).toBe(answers.length);
  });

  it('keeps to the grades of the role level and to the levels that the framework defines', () => {
    const levels = loadCatalogue().facts.roles.flatMap(({ roleLevels }) => roleLevels);
    for (const { name, grade, placements } of plan.people) {
      const grades = levels.find((level) => level.name === placements.at(-1)?.roleLevelName)?.grades;
      if (grades) expect(grades, name).toContain(grade);
    }
    const undefinedLevels = plan.assessments.filter(
      ({ skillName, level }) => (level ?? 0) < 0 || (level ?? 0) > framework.highestLevelOf(skillName),
    );
    expect(undefinedLevels).toEqual([]);
  });

  it('has objectives that are open, past their day and met, of levels that the framework defines, and none agreed in the future', () => {
    for (const day of ['2026-11-22', '2027-03-01']) {
      const { objectives } = planDemo(day);
      const open = objectives.filter(({ met }) => met === null);
      const counts = { open: open.length, late: open.filter(({ dueOn }) => dueOn < day).length, met: objectives.length - open.length };
      for (const count of Object.values(counts)) expect(count, JSON.stringify(counts)).toBeGreaterThan(1);
      expect(Math.max(...open.map(({ personName }) => open.filter((one) => one.personName === personName).length))).toBeLessThanOrEqual(2);
      for (const { skillName, targetLevel, addedOn, met } of objectives) {
        expect(targetLevel).toBeLessThanOrEqual(framework.highestLevelOf(skillName));
        expect([addedOn, met?.endedOn ?? addedOn].every((said) => said <= day)).toBe(true);
      }
    }
  });

  it('has one lenient assessor', () => {
    const means = managersOverAgreed();
    expect(means.get(lenientName)).toBeGreaterThan(0.7);
    for (const [name, mean] of means) {
      if (name !== lenientName) expect(Math.abs(mean), name).toBeLessThan(0.15);
    }
  });

  it('shows people getting better from one round to the next, and few getting worse', () => {
    const [last, current] = plan.cycles.map(({ name }) => name);
    const agreedIn = (cycleName: string | undefined) =>
      new Map(
        plan.assessments
          .filter((one) => one.source === 'agreed' && one.cycleName === cycleName && one.level !== null)
          .map((one) => [`${one.personName}/${one.skillName}`, one.level ?? 0]),
      );
    const before = agreedIn(last);
    const steps = [...agreedIn(current)].flatMap(([cell, level]) => (before.has(cell) ? [level - before.get(cell)!] : []));
    expect(steps.length).toBeGreaterThan(200);
    expect(steps.filter((step) => step > 0).length / steps.length).toBeGreaterThan(0.2);
    expect(steps.filter((step) => step < 0).length / steps.length).toBeLessThan(0.05);
  });

  it('has somebody who moved to another team last year, somebody who left and some who will leave', () => {
    const moved = plan.people.filter(({ placements }) => new Set(placements.map(({ teamName }) => teamName)).size > 1);
    expect(moved.map(({ name }) => name)).toEqual(['Bethan Howells']);
    expect(plan.people.filter(({ leavesOn }) => leavesOn !== null && leavesOn < today)).toHaveLength(1);
    expect(plan.people.filter(({ leavesOn }) => leavesOn !== null && leavesOn > today).length).toBeGreaterThan(2);
  });
});

describe('the accounts of the demo', () => {
  it('have passwords that the product takes', () => {
    for (const { email, password } of demoAccounts) expect(judgePassword(password, email)).toBeNull();
  });

  it('are one administrator, one head of service, two team managers, one moderator, one team member and one analyst', () => {
    expect(demoAccounts.map(({ accessRole }) => accessRole)).toEqual([
      'administrator',
      'head-of-service',
      'team-manager',
      'team-manager',
      'moderator',
      'team-member',
      'analyst',
    ]);
    expect(demoAccounts.find(({ key }) => key === 'headOfService')?.name).toBe(headOfServiceName);
  });

  it('share no e-mail address with another demo organisation', () => {
    const all = [...demoAccounts, ...demoAccountsOf('other')].map(({ email }) => email);
    expect(new Set(all).size).toBe(all.length);
  });
});
