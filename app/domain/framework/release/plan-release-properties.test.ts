import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { renameFacts } from '#app/domain/framework/release/laying/rename-facts.ts';
import { downloadsOf, generatedRelease } from '#tests/fixtures/generated-release.ts';
import type { GeneratedRelease } from '#tests/fixtures/generated-release.ts';
import { planRelease } from './plan-release.ts';
import type { ReleaseChoice, ReleaseItem } from './release-item.ts';
import type { ReleasePlan } from './release-plan.ts';

type Decisions = Map<string, ReleaseChoice>;

type Release = Pick<GeneratedRelease, 'next' | 'changeNotes'>;

const plan = (base: FrameworkFacts | null, { next, changeNotes }: Release, decisions: Decisions = new Map()) => planRelease({ base, readings: downloadsOf(next), changeNotes, decisions });
const first = (facts: FrameworkFacts) => plan(null, { next: facts, changeNotes: [] }).facts;

/** Decides what asks, one item after the other, as a person would: what a decision brings up is decided too. */
function decideAll(release: GeneratedRelease, allowed: (choice: ReleaseChoice) => boolean = () => true): { decisions: Decisions; decided: ReleasePlan } {
  const decisions: Decisions = new Map();
  const { base, dice } = release;
  for (let step = 0; step < 60; step += 1) {
    const now = plan(base, release, decisions);
    const open = now.items.find(({ key }) => now.undecided.includes(key));
    if (open === undefined) return { decisions, decided: now };
    const choices = open.choices.filter(allowed);
    decisions.set(open.key, choices[(dice[step % dice.length] ?? 0) % choices.length]!);
  }
  throw new Error('There is always something left to decide.');
}

const skillNames = (facts: FrameworkFacts) => facts.skills.map(({ name }) => name).sort();
const bar = (facts: FrameworkFacts) =>
  facts.roles.flatMap((role) => role.roleLevels.flatMap((level) => level.expectations.map(({ skillName, expectedLevel }) => [`${role.name} / ${level.name} / ${skillName}`, expectedLevel] as const)));
const released = (facts: FrameworkFacts) => ({ roles: facts.roles.map(({ name }) => name).sort(), skills: facts.skills.map(({ name, levels }) => [name, levels.map(({ statements }) => statements)]).sort(), bar: [...bar(facts)].sort() });
const namesOf = (facts: FrameworkFacts) => [
  ...facts.skills.map(({ name }) => `skill ${name}`),
  ...facts.roles.flatMap((role) => [`role ${role.name}`, ...role.roleLevels.map((level) => `role-level ${role.name} / ${level.name}`)]),
];
const isSeveral = ({ kind }: ReleaseItem) => kind === 'merged' || kind === 'split';

describe('the plan of any release', () => {
  it('is empty for what is adopted already', () => {
    fc.assert(
      fc.property(generatedRelease(), ({ base, next }) => {
        for (const facts of [first(base), first(next)]) {
          const again = plan(facts, { next: facts, changeNotes: [] });
          expect(again.items).toEqual([]);
          expect(factsFingerprint(again.facts)).toBe(factsFingerprint(facts));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('comes to what the release says where its names are taken over, and then there is nothing more to do', () => {
    fc.assert(
      fc.property(generatedRelease(), (release) => {
        const { next } = release;
        const { decided } = decideAll(release, (choice) => choice !== 'keep-name' && choice !== 'keep');
        expect(released(decided.facts)).toEqual(released(first(next)));
        expect(plan(decided.facts, { next, changeNotes: [] }).items).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('comes to the same under the names that are kept', () => {
    fc.assert(
      fc.property(generatedRelease(), (release) => {
        const { next } = release;
        const { decided, decisions } = decideAll(release);
        const back = decided.items
          .filter(({ key, kind }) => (kind === 'renamed' || kind === 'word-replaced') && decisions.get(key) === 'keep-name')
          .map(({ part, before, after, roleName }) => ({ part, roleName, from: after[0]!, to: before[0]! }));
        expect(released(decided.facts)).toEqual(released(renameFacts(first(next), back)));
      }),
      { numRuns: 40 },
    );
  });

  it('has an item for each expectation that differs between the two states in line, and for no other', () => {
    fc.assert(
      fc.property(generatedRelease(), (release) => {
        const { base } = release;
        const { decided, decisions } = decideAll(release);
        const aligned = renameFacts(base, decided.moves.renamed);
        const several = decided.items.filter((item) => isSeveral(item) && item.part === 'skill' && decisions.get(item.key) !== 'separate');
        const [was, is] = [new Map(bar(aligned)), new Map(bar(decided.facts))];
        const [levelsWas, levelsIs] = [namesOf(aligned), namesOf(decided.facts)].map((names) => new Set(names));
        const expected = new Set<string>();
        for (const name of new Set([...was.keys(), ...is.keys()])) {
          const [role = '', level = '', skill = ''] = name.split(' / ');
          if (was.get(name) === is.get(name)) continue;
          if (![`role-level ${role} / ${level}`, `skill ${skill}`].every((part) => levelsWas!.has(part) && levelsIs!.has(part))) continue;
          const holds = (side: Map<string, number>, names: readonly string[]) => names.some((other) => other !== skill && side.has(`${role} / ${level} / ${other}`));
          if (!was.has(name) && several.some(({ before, after }) => after.includes(skill) && holds(was, before))) continue;
          if (!is.has(name) && several.some(({ before, after }) => before.includes(skill) && holds(is, after))) continue;
          expected.add(`${name}: ${was.get(name)} > ${is.get(name)}`);
        }
        const told = decided.items
          .filter(({ kind }) => kind.startsWith('expectation-'))
          .map(({ roleName, after, detail }) => `${roleName} / ${after[0]} / ${detail.skillName}: ${detail.levelBefore ?? undefined} > ${detail.levelAfter ?? undefined}`);
        expect(told.sort()).toEqual([...expected].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('has every name of the adopted version end in one place: the same, renamed, merged, split, gone or kept', () => {
    fc.assert(
      fc.property(generatedRelease(), (release) => {
        const { base } = release;
        const { decided, decisions } = decideAll(release);
        const there = new Set(namesOf(decided.facts));
        const ends = new Map<string, string[]>(base.skills.map(({ name }) => [name, []]));
        for (const { from } of decided.moves.renamed.filter(({ part }) => part === 'skill')) ends.get(from)?.push('renamed');
        for (const item of decided.items.filter(({ part }) => part === 'skill')) {
          const carried = item.kind === 'merged' || item.kind === 'split';
          if (carried && decisions.get(item.key) !== 'separate') {
            for (const name of item.before) if (!there.has(`skill ${name}`) && !ends.get(name)?.includes('renamed')) ends.get(name)?.push(item.kind);
          }
          if (item.kind === 'gone') ends.get(item.before[0]!)?.push(decisions.get(item.key) === 'keep' ? 'kept' : 'gone');
        }
        for (const [name, places] of ends) if (there.has(`skill ${name}`)) places.push('same');
        expect([...ends].filter(([, places]) => places.length !== 1)).toEqual([]);
        const kept = decided.kept.flatMap((addition) => (addition.kind === 'skill' ? [addition.skill.name] : []));
        expect(kept.sort()).toEqual([...ends].filter(([, places]) => places[0] === 'kept').map(([name]) => name).sort());
        expect(skillNames(decided.facts).filter((name) => kept.includes(name))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the key of every item whatever is decided of another', () => {
    fc.assert(
      fc.property(generatedRelease(), fc.nat(100), (release, at) => {
        const { decided, decisions } = decideAll(release);
        const asked = decided.items.filter(({ asks }) => asks);
        if (asked.length === 0) return;
        const item = asked[at % asked.length]!;
        const identity = ({ kind, part, before, after, reach }: ReleaseItem) => JSON.stringify([kind, part, before, before.length === 0 ? after : [], reach]);
        const keys = new Map(decided.items.map((one) => [identity(one), one.key]));
        for (const choice of item.choices) {
          const other = plan(release.base, release, new Map(decisions).set(item.key, choice));
          expect(new Set(other.items.map(({ key }) => key)).size).toBe(other.items.length);
          expect(other.items.map(({ key }) => key)).toContain(item.key);
          for (const one of other.items) if (keys.has(identity(one))) expect(one.key).toBe(keys.get(identity(one)));
        }
      }),
      { numRuns: 40 },
    );
  });
});
