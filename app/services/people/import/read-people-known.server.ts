import { and, asc, eq, sql } from 'drizzle-orm';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { AccessSubject, Viewer } from '#app/domain/access/viewer.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { KnownPerson, KnownTeam, PeopleKnown } from '#app/domain/spreadsheet/people/people-words.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { personDetailsInput } from '#app/services/people/person-input.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, role, roleContent, roleLevel, roleLevelContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** What rows of people are held against: everybody who is recorded, the teams and the role levels. Asks no permission: says what whoever imports may do. */
export async function readPeopleKnown(inside: Context): Promise<PeopleKnown> {
  const { viewer, db } = inside;
  const tree = await readTeamTree(db);
  const [people, roleLevels] = await db.transaction(async (tx) => [await readPeople(tx, db.organisationId, viewer), await readRoleLevels(tx, db.organisationId)] as const);
  return {
    people,
    teams: withPaths(tree),
    roleLevels,
    today: todayOf(inside),
    mayPlace: ({ teamId, roleId, personId }) => mayWrite(viewer, { teamId, roleId, ...(personId === undefined ? {} : { personId }) }),
    emailProblem: (address) => personDetailsInput.shape.email.safeParse(address).error?.issues[0]?.message.concat('.') ?? null,
  };
}

function mayWrite(viewer: Viewer, subject: AccessSubject): boolean {
  return isPermitted(viewer, 'import-people', subject) && isPermitted(viewer, 'write-people', subject);
}

interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  grade: string | null;
  starts_on: string;
  leaves_on: string | null;
  open: KnownPerson['open'];
  first: KnownPerson['first'];
}

async function readPeople(tx: Tx, organisationId: string, viewer: Viewer): Promise<KnownPerson[]> {
  // On the day of a first move both placements may begin; the one that ends is the first.
  const { rows } = await tx.execute<PersonRow & Record<string, unknown>>(sql`
    with opened as (
      select placement.person_id, json_build_object('placementId', placement.id, 'teamId', placement.team_id,
        'roleLevelId', placement.role_level_id, 'roleId', role_level.role_id, 'startsOn', placement.starts_on) as place
      from placement
      join role_level on role_level.organisation_id = ${organisationId} and role_level.id = placement.role_level_id
      where placement.organisation_id = ${organisationId} and placement.ends_on is null
    ), begun as (
      select distinct on (person_id) person_id, json_build_object('placementId', id, 'endsOn', ends_on) as place
      from placement where organisation_id = ${organisationId}
      order by person_id, starts_on, ends_on asc nulls last
    )
    select person.id, person.name, person.email, person.grade, person.starts_on::text, person.leaves_on::text,
      opened.place as open, begun.place as first
    from person left join opened on opened.person_id = person.id left join begun on begun.person_id = person.id
    where person.organisation_id = ${organisationId}
    order by person.id`);
  return rows.map(({ id, name, email, grade, starts_on: startsOn, leaves_on: leavesOn, open, first }) => {
    const subject = personSubject({ id, teamId: open?.teamId ?? null, roleId: open?.roleId ?? null });
    return { id, name, email, grade, startsOn, leavesOn, open, first, mayRead: isPermitted(viewer, 'read-people', subject), mayWrite: mayWrite(viewer, subject) };
  });
}

async function readRoleLevels(tx: Tx, organisationId: string) {
  const joins = frameworkJoins(organisationId);
  return tx
    .select({ id: roleLevel.id, name: roleLevelContent.name, roleId: role.id, roleName: roleContent.name })
    .from(frameworkAdoption)
    .innerJoin(roleContent, joins.roleContents(frameworkAdoption.versionId))
    .innerJoin(role, joins.role(roleContent.roleId))
    .innerJoin(roleLevel, joins.roleLevels(role.id))
    .innerJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
    .where(and(eq(frameworkAdoption.organisationId, organisationId)))
    .orderBy(asc(roleContent.name), asc(role.id), asc(roleLevelContent.seniority));
}

function withPaths(tree: readonly TeamNode[]): KnownTeam[] {
  const byId = new Map(tree.map((node) => [node.id, node]));
  const path = (node: TeamNode): string => {
    const above = node.parentId === null ? undefined : byId.get(node.parentId);
    return above ? `${path(above)} > ${node.name}` : node.name;
  };
  return tree.map((node) => ({ ...node, path: path(node) }));
}
