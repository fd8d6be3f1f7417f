import type { JourneyDatabase } from './database.ts';
import type { Demo } from './demo.ts';
import type { Subject } from './subjects.ts';
import type { Write } from './write.ts';

/** What is typed into a team's grid: of somebody there whom nobody signs in as, on what is stored at that moment. */
export function gridWrites(database: JourneyDatabase, demo: Demo): Record<string, Write[]> {
  let count = 0;
  const one = async <Row extends object>(query: string, ...values: unknown[]): Promise<Row | undefined> =>
    (await database.ownerPool.query<Row>(query, values)).rows[0];
  const skillId = () => demo.skill('User focus');

  async function seen(subject: Subject) {
    const person = await one<{ id: string; name: string }>(
      `select person.id, person.name from placement join person on person.organisation_id = $1 and person.id = placement.person_id
       where placement.organisation_id = $1 and placement.team_id::text = $2 and placement.ends_on is null
         and not exists (select 1 from membership where membership.organisation_id = $1 and membership.person_id = person.id)
       order by person.name limit 1`,
      demo.id,
      subject.value,
    );
    const personId = person?.id ?? demo.person('Jodie Wetherby');
    const stored = await one<{ revision: number }>('select revision::int from answer where organisation_id = $1 and person_id = $2 and skill_id = $3 and source = 2', demo.id, personId, skillId());
    const newest = await one<{ sequence: number }>('select coalesce(max(sequence), 0)::int as sequence from assessment where organisation_id = $1 and person_id = $2 and skill_id = $3 and source = 2', demo.id, personId, skillId());
    return { personId, name: person?.name ?? 'Somebody', revision: stored?.revision ?? 0, seenSequence: newest?.sequence ?? 0 };
  }

  return {
    '/teams/:teamId/assess': [
      {
        needs: 'assess-agreed',
        named: 'in the address',
        body: async (subject) => {
          const { personId, name, revision, seenSequence } = await seen(subject);
          const form = { people: [[personId, name]], skills: [[skillId(), 'User focus', ['Awareness', 'Working', 'Practitioner', 'Expert']]], cells: { 0: [revision, seenSequence, ''] } };
          return new URLSearchParams({ seen: JSON.stringify(form), intent: 'save' });
        },
      },
    ],
    '/teams/:teamId/assess/cells': [
      {
        needs: 'assess-manager',
        named: 'in the address',
        body: async (subject) => {
          const { personId, revision, seenSequence } = await seen(subject);
          return { source: 'manager', cells: [{ personId, skillId: skillId(), answer: { kind: 'level', level: ++count % 4 }, revision, seenSequence }] };
        },
      },
    ],
  };
}
