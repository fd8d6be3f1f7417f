import fc from 'fast-check';
import { addDays } from '#app/domain/assessment/add-days.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { editPerson } from '#app/services/people/edit-person.server.ts';
import { movePerson } from '#app/services/people/move-person.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import type { TestOrganisation } from './organisation.ts';

/** Something that somebody does; the numbers choose among what the organisation has. */
export type RandomWrite = { kind: 'assess' | 'move' | 'join' | 'leave' | 'start' } & Record<
  'person' | 'team' | 'roleLevel' | 'skill' | 'source' | 'level' | 'days',
  number
>;

const upTo = (max: number) => fc.nat({ max });

/** A write of any kind; assessments come most often, as they do. */
export const randomWrite: fc.Arbitrary<RandomWrite> = fc.record({
  kind: fc.constantFrom('assess', 'assess', 'assess', 'move', 'join', 'leave', 'start'),
  person: upTo(99),
  team: upTo(99),
  roleLevel: upTo(99),
  skill: upTo(99),
  source: upTo(2),
  /** 5 is "not observed". */
  level: upTo(5),
  /** How far the date lies from today. */
  days: fc.integer({ min: -40, max: 40 }),
});

const pick = (ids: Record<string, string>, at: number) => Object.values(ids)[at % Object.keys(ids).length]!;

/**
 * Does it through the services; what the services refuse is left undone. `personIds` are those to
 * choose from, and grows with who joins.
 */
export async function applyWrite(context: Context, organisation: TestOrganisation, personIds: string[], write: RandomWrite): Promise<void> {
  const today = todayOf(context);
  const date = addDays(today, write.days);
  const past = addDays(today, -Math.abs(write.days));
  const personId = personIds[write.person % personIds.length]!;
  const place = { teamId: pick(organisation.teams, write.team), roleLevelId: pick(organisation.roleLevels, write.roleLevel) };
  if (write.kind === 'assess') {
    const source = (['self', 'manager', 'agreed'] as const)[write.source]!;
    const level = write.level === 5 ? null : write.level;
    await saveAssessment(context, personId, { assessedOn: past, entries: [{ skillId: pick(organisation.skills, write.skill), source, level, note: null, undefinedConfirmed: true }] });
    return;
  }
  if (write.kind === 'join') {
    const outcome = await addPerson(context, { name: 'Newcomer', email: null, grade: null, startsOn: date, leavesOn: null, ...place });
    if (outcome.ok) personIds.push(outcome.value.personId);
    return;
  }
  const { name, email, grade, startsOn, leavesOn, revision, teamId, roleLevelId } = await readPerson(context, personId);
  if (write.kind === 'move') {
    await movePerson(context, personId, { ...place, movesOn: past, fromTeamId: teamId, fromRoleLevelId: roleLevelId });
  } else {
    const dates = write.kind === 'leave' ? { startsOn, leavesOn: write.level === 0 ? null : date } : { startsOn: date, leavesOn };
    await editPerson(context, personId, { name, email, grade, revision, ...dates });
  }
}
