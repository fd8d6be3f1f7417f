import { describe, expect, it } from 'vitest';
import { countStandings } from './count-standings.ts';
import type { CycleFacts, ParticipantFacts } from './cycle-facts.ts';
import { describeProgress } from './describe-progress.ts';
import { findResponsible, type GrantHolder } from './find-responsible.ts';
import { judgeStanding } from './judge-standing.ts';
import { missingAtClose } from './missing-at-close.ts';
import { type RoundPerson, whoWaits } from './who-waits.ts';

const tree = [
  { id: 'service', parentId: null, name: 'Service' },
  { id: 'lights', parentId: 'service', name: 'Lights' },
  { id: 'lamps', parentId: 'lights', name: 'Lamps' },
];
const holder = (userId: string, accessRole: GrantHolder['grants'][number]['accessRole'], teamId: string | null, wanted: { personId?: string; roleId?: string } = {}): GrantHolder => ({
  userId,
  name: userId,
  personId: wanted.personId ?? null,
  grants: [{ accessRole, teamId, roleId: wanted.roleId ?? null }],
});
const holders = [
  holder('admin', 'administrator', null),
  holder('director', 'head-of-service', null),
  holder('head', 'head-of-service', 'service', { personId: 'the-head' }),
  holder('manager', 'team-manager', 'lights', { personId: 'the-manager' }),
  holder('moderator', 'moderator', 'service'),
  holder('smith', 'moderator', 'service', { roleId: 'smith-role' }),
];
const of = (personId: string | null, teamId: string | null, roleId: string | null = null) => ({ personId, teamId, roleId });
const found = (action: Parameters<typeof findResponsible>[1], about: ReturnType<typeof of>, among = holders) => findResponsible(among, action, about, tree).map(({ userId }) => userId);

const cycle: CycleFacts = { state: 'open', opensOn: '2026-06-01', closesOn: '2026-07-01', selfDueOn: '2026-06-10', managerDueOn: '2026-06-15', conversationDueOn: '2026-06-20', moderationDueOn: null, hidesVoices: true };
const nothing: ParticipantFacts = { selfIn: false, managerIn: false, isRevealed: false, isAgreed: false, isModerated: false, hasOpenDispute: false, isExempt: false };
const both = { ...nothing, selfIn: true, managerIn: true };
const shown = { ...both, isRevealed: true };
const agreed = { ...shown, isAgreed: true };
function member(id: string, facts: ParticipantFacts, { teamId = 'lights', hasLeft = false }: { teamId?: string | null; hasLeft?: boolean } = {}): RoundPerson & { facts: ParticipantFacts } {
  return { id, name: id, teamId, teamName: teamId, roleId: null, facts, standing: judgeStanding(cycle, facts, hasLeft) };
}

describe('who is responsible for somebody', () => {
  it('is whoever stands nearest above them, never they themselves, and no administrator', () => {
    expect(found('assess-manager', of('ann', 'lamps'))).toEqual(['manager']);
    expect(found('assess-manager', of('the-manager', 'lights'))).toEqual(['head']);
    expect(found('assess-manager', of('the-head', 'service'))).toEqual(['director']);
    expect(found('assess-manager', of('ann', null))).toEqual(['director']);
    expect(found('assess-manager', of('ann', 'lights'), [holders[0]!])).toEqual([]);
  });

  it('is both of two at the same distance', () => {
    expect(found('assess-manager', of('ann', 'lights'), [...holders, holder('second', 'team-manager', 'lights')])).toEqual(['manager', 'second']);
  });

  it('of moderation is a moderator of their team and role, and the head where there is none', () => {
    expect(found('moderate-levels', of('ann', 'lamps', 'keeper'))).toEqual(['moderator']);
    expect(found('moderate-levels', of('ann', 'lamps', 'smith-role'))).toEqual(['moderator', 'smith']);
    expect(found('moderate-levels', of('ann', 'lamps'), holders.slice(0, 4))).toEqual(['head']);
  });

  it('ends in a tree that loops', () => {
    const loop = [{ id: 'a', parentId: 'b', name: 'A' }, { id: 'b', parentId: 'a', name: 'B' }];
    expect(findResponsible([holder('manager', 'team-manager', 'b')], 'assess-manager', of('ann', 'a'), loop).map(({ userId }) => userId)).toEqual(['manager']);
  });
});

describe('where somebody stands', () => {
  it('is waited for, done, sitting it out, gone, or about to be shown', () => {
    expect(judgeStanding(cycle, nothing, false)).toEqual({ kind: 'waiting', steps: ['self', 'manager'] });
    expect(judgeStanding(cycle, both, false)).toEqual({ kind: 'showing', steps: [] });
    expect(judgeStanding(cycle, shown, false)).toEqual({ kind: 'waiting', steps: ['conversation'] });
    expect(judgeStanding(cycle, agreed, false)).toEqual({ kind: 'done', steps: [] });
    expect(judgeStanding(cycle, { ...agreed, hasOpenDispute: true }, false)).toEqual({ kind: 'waiting', steps: ['moderation'] });
    expect(judgeStanding(cycle, { ...nothing, isExempt: true }, true).kind).toBe('exempt');
    expect(judgeStanding(cycle, nothing, true)).toEqual({ kind: 'left', steps: [] });
  });
});

const people = [
  member('ann', nothing),
  member('ben', { ...nothing, selfIn: true }),
  member('cid', shown),
  member('dan', agreed),
  member('eve', { ...agreed, hasOpenDispute: true }),
  member('fay', { ...nothing, isExempt: true }),
  member('gus', nothing, { hasLeft: true }),
  member('the-manager', { ...nothing, selfIn: true }),
];

describe('who waits for whom', () => {
  const waits = whoWaits(people, holders, tree);

  it('names whose own levels are missing, and for each user whom they hold up', () => {
    const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id);
    expect(ids(waits.self)).toEqual(['ann']);
    expect(waits.users.map(({ userId, manager, conversation, moderation }) => [userId, ids(manager), ids(conversation), ids(moderation)])).toEqual([
      ['manager', ['ann', 'ben'], ['cid'], []],
      ['head', ['the-manager'], [], []],
      ['moderator', [], [], ['eve']],
    ]);
    expect(waits.nobody).toEqual([]);
    expect(whoWaits(people, [holders[0]!], tree).nobody.map(({ id, step }) => `${id} ${step}`)).toEqual(['ann manager', 'ben manager', 'cid conversation', 'eve moderation', 'the-manager manager']);
  });

  it('is counted, and said in a sentence', () => {
    const counts = countStandings(people.map(({ standing }) => standing));
    expect(counts).toEqual({ people: 8, self: 1, manager: 3, conversation: 1, moderation: 1, done: 1, exempt: 1, left: 1 });
    expect(describeProgress(cycle, counts, waits)).toBe('1 of 6 people is done. Waited for: ann for their own levels, manager (3), head (1) and moderator (1).');
    const alone = whoWaits([people[0]!], [], tree);
    expect(describeProgress(cycle, countStandings([people[0]!.standing]), alone)).toBe('The one person in it is not done yet. Waited for: ann for their own levels. For 1 person there is nobody who can.');
    expect(describeProgress(cycle, countStandings([]), whoWaits([], [], tree))).toBe('Nobody takes part in this round.');
    expect(describeProgress(cycle, countStandings([people[3]!.standing]), whoWaits([], [], tree))).toBe('The one person in it is done.');
    expect(describeProgress({ state: 'planned' }, counts, waits)).toMatch(/^Not open yet/);
  });

  it('and what would be missing at the close, by step', () => {
    const missing = missingAtClose(cycle, people);
    expect(Object.fromEntries(Object.entries(missing).map(([step, named]) => [step, (named as { id: string }[]).map(({ id }) => id).join(' ')]))).toEqual({
      self: 'ann',
      manager: 'ann ben the-manager',
      conversation: 'ann ben cid the-manager',
      moderation: '',
      disputes: 'eve',
    });
    expect(missingAtClose({ selfDueOn: null, moderationDueOn: '2026-06-25' }, people)).toMatchObject({ self: [], moderation: { length: 6 } });
  });
});
