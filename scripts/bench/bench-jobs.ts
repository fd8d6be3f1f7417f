import { randomUUID } from 'node:crypto';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import type { Bench } from './open-bench.ts';

/** The rows that the pictures are drawn from, in the order of rows and columns. */
const floorQuery = `
  select person_id, skill_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on
  from current_assessment where organisation_id = $1 and team_id = any($2) order by person_id, skill_id`;

/** A row as the history takes it, with what the database gives itself left out. */
const insertQuery = `
  insert into assessment (organisation_id, id, person_id, skill_id, framework_version_id, source, level, assessor_name, assessed_on, recorded_at)
  values ($1, $2, $3, $4, $5, 2, $6, 'Bench', $7, now())`;

/** What is measured, and what it is measured on. */
export async function benchJobs({ context, serviceId, owner, page }: Bench) {
  const organisationId = context.db.organisationId;
  const { team, matrix, asOf } = await readTeamMatrix(context, { teamId: serviceId });
  const query = async (text: string, values: unknown[]) => (await owner.query({ text, values })).rows;
  const floor = () => query(floorQuery, [organisationId, team.subtreeIds]);
  const rows = await floor();
  // Not the head of service, who may not judge their own record.
  const person = matrix.people.find(({ id }) => id !== context.viewer.personId)!;
  const skill = matrix.skills[0]!;
  const [version] = await query('select version_id from framework_adoption where organisation_id = $1', [organisationId]);
  const versionId = (version as { version_id: string }).version_id;
  let turn = 0;
  return {
    size: { people: matrix.people.length, skills: matrix.skills.length, rows: rows.length },
    reads: {
      floor,
      matrix: () => readTeamMatrix(context, { teamId: serviceId }),
      flags: () => readFlags(context, { teamId: serviceId }),
      matrixPage: () => page(`/teams/${serviceId}/heatmap?view=people`),
      flagsPage: () => page(`/teams/${serviceId}/flags`),
    },
    writes: {
      insert: () => query(insertQuery, [organisationId, randomUUID(), person.id, skill.id, versionId, (turn += 1) % 5, asOf]),
      save: () =>
        saveAssessment(context, person.id, { entries: [{ skillId: skill.id, source: 'manager', level: (turn += 1) % 5, note: null }] }),
    },
  };
}
