import fc from 'fast-check';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { removeCoverageRule } from '#app/services/planning/remove-coverage-rule.server.ts';
import { raiseDispute } from '#app/services/assessments/moderation/raise-dispute.server.ts';
import { withdrawDispute } from '#app/services/assessments/moderation/withdraw-dispute.server.ts';
import { publishVersion } from '#app/services/framework/publish/publish-version.server.ts';
import { readFrameworkFacts } from '#app/services/framework/read-framework-facts.server.ts';
import { readSettings } from '#app/services/organisation/read-settings.server.ts';
import { saveSettings } from '#app/services/organisation/save-settings.server.ts';
import { addTeam } from '#app/services/people/add-team.server.ts';
import { editPerson } from '#app/services/people/edit-person.server.ts';
import { editTeam } from '#app/services/people/edit-team.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import type { TestDatabase } from './database.ts';
import type { TestOrganisation } from './organisation.ts';
import { applyWrite, type RandomWrite, randomWrite } from './random-writes.ts';

const furtherKinds = ['rule', 'rename-team', 'move-team', 'add-team', 'rename-person', 'period', 'dispute', 'publish'] as const;

/** Something that changes what stands around levels and people; the numbers choose as in a `RandomWrite`. */
interface FurtherWrite {
  further: (typeof furtherKinds)[number];
  person: number;
  team: number;
  skill: number;
  level: number;
}

/** Whatever can change a picture: a write of people and levels, or of what stands around them. */
export type PictureWrite = RandomWrite | FurtherWrite;

const upTo = (max: number) => fc.nat({ max });

/** A write that may change a picture, half of them of people and levels. */
export const randomPictureWrite: fc.Arbitrary<PictureWrite> = fc.oneof(
  randomWrite,
  fc.record({ further: fc.constantFrom(...furtherKinds), person: upTo(99), team: upTo(99), skill: upTo(99), level: upTo(4) }),
);

const pick = (ids: Record<string, string>, at: number) => Object.values(ids)[at % Object.keys(ids).length]!;

/** Does it through the services, as whoever may; what they refuse is left undone. `personIds` are those to choose from, and grows. */
export async function applyPictureWrite(db: TestDatabase, organisation: TestOrganisation, personIds: string[], write: PictureWrite): Promise<void> {
  const writer = await organisation.as('api-write');
  if (!('further' in write)) return applyWrite(writer, organisation, personIds, write);
  const personId = personIds[write.person % personIds.length]!;
  const teamId = pick(organisation.teams, write.team);
  const administrator = await organisation.as('administrator');
  switch (write.further) {
    case 'rule':
      return changeRule(db, organisation, teamId, write);
    case 'add-team': {
      const outcome = await addTeam(administrator, { name: crypto.randomUUID(), parentId: teamId });
      if (outcome.ok) Object.assign(organisation.teams, { [outcome.value.teamId]: outcome.value.teamId });
      return;
    }
    case 'rename-team':
    case 'move-team':
      return changeTeam(db, organisation, teamId, write);
    case 'rename-person': {
      const { email, grade, startsOn, leavesOn, revision } = await readPerson(writer, personId);
      await editPerson(writer, personId, { name: `Renamed ${write.skill}`, email, grade, startsOn, leavesOn, revision });
      return;
    }
    case 'period': {
      const settings = await readSettings(administrator);
      await saveSettings(administrator, { ...settings, reviewPeriodDays: 1 + write.skill });
      return;
    }
    case 'dispute':
      return changeDispute(db, organisation, personId);
    case 'publish':
      return publishLevels(organisation, write.level);
  }
}

async function changeRule(db: TestDatabase, organisation: TestOrganisation, teamId: string, { skill, level }: FurtherWrite): Promise<void> {
  const head = await organisation.as('head-of-service');
  const { rows } = await db.ownerPool.query<{ id: string }>('select id from coverage_rule where organisation_id = $1 and team_id = $2', [organisation.id, teamId]);
  if (rows[0] && level < 2) await removeCoverageRule(head, teamId, rows[0].id);
  else await addCoverageRule(head, teamId, { skillId: pick(organisation.skills, skill), minimumLevel: 1 + (level % 4), minimumPeople: 1, reason: null });
}

async function changeTeam(db: TestDatabase, organisation: TestOrganisation, teamId: string, { further, skill }: FurtherWrite): Promise<void> {
  const { rows } = await db.ownerPool.query<{ name: string; parentId: string | null; revision: number }>(
    'select name, parent_id as "parentId", revision from team where organisation_id = $1 and id = $2',
    [organisation.id, teamId],
  );
  const before = rows[0]!;
  const change = further === 'rename-team' ? { name: `Team ${skill} ${teamId.slice(0, 4)}` } : { parentId: skill === 0 ? null : pick(organisation.teams, skill) };
  await editTeam(await organisation.as('administrator'), teamId, { ...before, ...change });
}

async function changeDispute(db: TestDatabase, organisation: TestOrganisation, personId: string): Promise<void> {
  const own = await organisation.as('team-member', { personId });
  const { rows } = await db.ownerPool.query<{ id: string; skillId: string; disputeId: string | null }>(
    `select assessment.id, assessment.skill_id as "skillId", dispute.id as "disputeId" from assessment
     left join dispute on dispute.organisation_id = $1 and dispute.person_id = $2 and dispute.skill_id = assessment.skill_id and settled_at is null
     where assessment.organisation_id = $1 and assessment.person_id = $2 and source = 3 order by assessed_on desc, sequence desc limit 1`,
    [organisation.id, personId],
  );
  const agreed = rows[0];
  if (agreed?.disputeId) await withdrawDispute(own, personId, agreed.disputeId);
  else if (agreed) await raiseDispute(own, personId, { skillId: agreed.skillId, assessmentId: agreed.id, words: 'I have shown more than that.' });
}

/** A release that expects other levels of everybody. */
async function publishLevels(organisation: TestOrganisation, by: number): Promise<void> {
  const administrator = await organisation.as('administrator');
  const facts = await administrator.db.transaction((tx) => readFrameworkFacts(tx, organisation.id, organisation.versionId));
  for (const level of facts.roles.flatMap((role) => role.roleLevels)) {
    level.expectations = level.expectations.map((one, at) => ({ ...one, expectedLevel: 1 + ((one.expectedLevel + by + at) % 4) }));
  }
  await publishVersion(administrator, { frameworkKey: 'coast', frameworkName: 'Coast', kind: 'own', label: crypto.randomUUID(), facts });
}
