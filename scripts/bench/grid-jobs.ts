import { randomUUID } from 'node:crypto';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { saveGridCells } from '#app/services/assessments/grid/save-grid-cells.server.ts';
import { readTeamGrid } from '#app/services/assessments/grid/read-team-grid.server.ts';
import { readPlacedPeople } from '#app/services/capability/read-placed-people.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import type { Bench } from './open-bench.ts';

/** The acknowledgement that the grid is held to, in milliseconds of the server's time. */
export const gridLimit = 100;

/** A stored answer as the table takes it; one that is there already is replaced, as a second answer to a cell is. */
const insertQuery = `
  insert into answer (organisation_id, person_id, skill_id, source, kind, level, writer_name, written_at)
  values ($1, $2, $3, 1, 'level', $4, 'Bench', now())`;

/**
 * What it takes to keep one cell of the grid of the whole service, as the browser sends it: one after the other, each on what
 * the one before left.
 */
export async function gridJobs({ context, serviceId, owner }: Bench) {
  await addUpTo(context, serviceId, 60);
  const { grid } = await readTeamGrid(context, serviceId, 'manager', { below: true });
  const organisationId = context.db.organisationId;
  const open = grid.people.filter(({ closed }) => closed === null);
  const columns = grid.skills.length;
  const revisions = new Map<string, number>();
  let turn = 0;
  const next = () => {
    const at = turn++;
    const person = open[at % open.length]!;
    const skill = grid.skills[Math.floor(at / open.length) % columns]!;
    return { personId: person.id, skillId: skill.id, place: grid.people.indexOf(person) * columns + grid.skills.indexOf(skill), level: at % 4 };
  };
  const stored = new Map(grid.answers.map(({ at, revision }) => [at, revision]));
  return {
    size: { people: grid.people.length, skills: columns },
    jobs: {
      insert: async () => {
        const { personId, skillId, level } = next();
        await owner.query('begin');
        await owner.query('delete from answer where organisation_id = $1 and person_id = $2 and skill_id = $3 and source = 1', [organisationId, personId, skillId]);
        await owner.query(insertQuery, [organisationId, personId, skillId, level]);
        await owner.query('commit');
      },
      cell: async () => {
        const { personId, skillId, place, level } = next();
        const key = `${personId}/${skillId}`;
        const revision = revisions.get(key) ?? stored.get(place) ?? 0;
        const seenSequence = grid.lastSequences[place] ?? 0;
        const cells = [{ personId, skillId, answer: { kind: 'level' as const, level }, note: randomUUID(), undefinedConfirmed: true, revision, seenSequence }];
        const [saved] = await saveGridCells(context, serviceId, { source: 'manager', cells });
        if (!saved?.outcome.ok) throw new Error(`A cell was refused: ${JSON.stringify(saved?.outcome)}`);
        revisions.set(key, saved.outcome.stored.revision);
      },
    },
  };
}

/** Adds people to the service, in the role levels of those who are there, until they are so many. */
async function addUpTo(context: Context, serviceId: string, wanted: number): Promise<void> {
  const { matrix } = await readTeamMatrix(context, { teamId: serviceId });
  const { people } = await context.db.transaction(async (tx) => ({ people: await readPlacedPeople(tx, context.db.organisationId, [...new Set(matrix.people.map(({ teamId }) => teamId))], todayOf(context), false) }));
  for (let count = people.length; count < wanted; count += 1) {
    const { teamId, roleLevelId } = people[count % people.length]!;
    const added = await addPerson(context, { name: `Further person ${count}`, email: null, grade: null, startsOn: todayOf(context), leavesOn: null, teamId, roleLevelId });
    if (!added.ok) throw new Error(added.problem.message);
  }
}
