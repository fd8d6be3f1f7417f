import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apply, longFile } from '#tests/helpers/assessment-import.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { makeOrganisation, type TestOrganisation } from '#tests/helpers/organisation.ts';
import { applyPictureWrite, randomPictureWrite } from '#tests/helpers/random-picture-writes.ts';
import { applyWrite, randomWrite } from '#tests/helpers/random-writes.ts';
import { useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { measureDrift } from './measure-drift.ts';

const database = useTestDatabase();
useTestRuntime(database);
const today = '2026-06-01';
const none = { currentAssessments: 0, teamSkillSummaries: 0 };
const names = Array.from({ length: 10 }, (_, at) => `p${at}`);

const organisationOfMany = () =>
  makeOrganisation(database, {
    people: Object.fromEntries(names.map((name, at) => [name, { team: (['lights', 'boats', 'service'] as const)[at % 3]!, roleLevel: (['juniorKeeper', 'crew'] as const)[at % 2]! }])),
  });

/** Brings levels of somebody in, in a skill that is expected and in one that is not; of somebody who has left meanwhile it is refused. */
async function bringIn(organisation: TestOrganisation, name: string, level: number): Promise<void> {
  const rows = ['Signalling', 'Knot tying'].map((skill) => [name, skill, 'agreed', String(level), today]);
  await apply(await organisation.as('head-of-service'), longFile(organisation, rows));
}

it('what is kept ready is the history after saves, moves, releases and imports at once, on several connections', async () => {
  const organisation = await organisationOfMany();
  const [writer, personIds] = [await organisation.as('api-write'), Object.values(organisation.people)];
  const further = (kind: 'publish' | 'dispute' | 'move-team') => ({ further: kind, person: 3, team: 1, skill: 2, level: 1 });
  for (const round of [1, 2]) {
    const writes = fc.sample(randomWrite, { numRuns: 24, seed: 70 + round });
    await Promise.all([
      ...names.map((name) => bringIn(organisation, name, 1 + round)),
      applyPictureWrite(database, organisation, personIds, further('publish')),
      applyPictureWrite(database, organisation, personIds, further('dispute')),
      applyPictureWrite(database, organisation, personIds, further('move-team')),
      ...writes.map((write) => applyWrite(writer, organisation, personIds, write)),
      ...fc.sample(randomPictureWrite, { numRuns: 6, seed: round }).map((write) => applyPictureWrite(database, organisation, personIds, write)),
    ]);
    expect(await measureDrift(writer.db, today)).toEqual(none);
  }
  const { rows } = await database.ownerPool.query('select 1 from assessment where organisation_id = $1 and import_id is not null', [organisation.id]);
  expect(rows.length).toBeGreaterThan(8);
});

it('and one level among them that came by another way would be seen', async () => {
  const organisation = await organisationOfMany();
  const [writer, personIds] = [await organisation.as('api-write'), Object.values(organisation.people)];
  const besides = database.ownerPool.query(
    `insert into assessment (organisation_id, id, person_id, skill_id, framework_version_id, source, level, assessor_name, assessed_on, recorded_at)
     values ($1, $2, $3, $4, $5, 3, 4, 'Nobody', $6, now())`,
    [organisation.id, randomUUID(), organisation.people.ada, organisation.skills.charts, organisation.versionId, today],
  );
  const writes = fc.sample(randomWrite, { numRuns: 8, seed: 3 }).filter(({ kind }) => kind === 'assess');
  await Promise.all([besides, ...writes.map((write) => applyWrite(writer, organisation, personIds.filter((id) => id !== organisation.people.ada), write))]);
  expect(await measureDrift(writer.db, today)).not.toEqual(none);
});
