import { chanceOf } from './chance-of.ts';
import type { DemoFramework } from './demo-framework.ts';
import type { RosterLine } from './demo-roster.ts';
import { onlyHolders, readyName, settledLevels } from './planted-findings.ts';

const daysOfLearning = 550;

const settledFor = (name: string) =>
  new Map(settledLevels.filter(([who]) => who === name).map(([, skill, level]) => [skill, level]));

/** At the expected level mostly; below it more often in the first year and a half, above it with experience. */
function drawnLevel(line: RosterLine, skill: string, expectedLevel: number): number {
  const chance = chanceOf('agreed', line.name, skill);
  const below = line.startedDaysAgo < daysOfLearning ? 0.36 : 0.17;
  if (chance < 0.025 && expectedLevel > 2) return expectedLevel - 2;
  // Hardly anybody has not even a beginner's grasp of their own work.
  if (chance < (expectedLevel > 1 ? below : below / 4)) return expectedLevel - 1;
  return chance > 0.87 && line.startedDaysAgo >= daysOfLearning ? expectedLevel + 1 : expectedLevel;
}

/** Below what only others hold. */
function withinBounds(line: RosterLine, skill: string, level: number, framework: DemoFramework): number {
  const kept = onlyHolders.find((held) => held.skill === skill && !held.names.includes(line.name));
  return Math.min(level, framework.highestLevelOf(skill), kept ? kept.level - 1 : 4);
}

/** Takes one level from somebody who would be ready for the next role level by chance. */
function keepFromReady(line: RosterLine, levels: Map<string, number>, framework: DemoFramework): void {
  const next = framework.nextRoleLevel(line.role, line.roleLevel);
  if (next === null) return;
  const asked = [...framework.expectationsOf(line.role, next)];
  if (!asked.every(([skill, expectedLevel]) => (levels.get(skill) ?? -1) >= expectedLevel)) return;
  const now = framework.expectationsOf(line.role, line.roleLevel);
  const settled = settledFor(line.name);
  const higher = asked.find(([skill, expectedLevel]) => expectedLevel > (now.get(skill) ?? 0) && !settled.has(skill));
  if (higher) levels.set(higher[0], higher[1] - 1);
}

/**
 * The levels (0-4) that are agreed, or would be, of one person today: in every skill that the
 * person's role level expects, and in those that are planted.
 */
export function settleLevels(line: RosterLine, framework: DemoFramework): Map<string, number> {
  const levels = new Map<string, number>();
  const before = line.before ? framework.expectationsOf(line.before.role, line.before.roleLevel) : [];
  const expected = new Map([...before, ...framework.expectationsOf(line.role, line.roleLevel)]);
  for (const [skill, expectedLevel] of expected) {
    levels.set(skill, withinBounds(line, skill, drawnLevel(line, skill, expectedLevel), framework));
  }
  for (const [skill, level] of settledFor(line.name)) levels.set(skill, level);
  if (line.name !== readyName) {
    keepFromReady(line, levels, framework);
    return levels;
  }
  const next = framework.nextRoleLevel(line.role, line.roleLevel) ?? line.roleLevel;
  for (const [skill, expectedLevel] of framework.expectationsOf(line.role, next)) {
    levels.set(skill, Math.max(levels.get(skill) ?? 0, expectedLevel));
  }
  return levels;
}
