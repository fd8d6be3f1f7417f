import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { person, placement, role, roleLevel, skill, team } from '#db/schema/index.ts';
import { demoEmail } from '#db/seed/demo/demo-accounts.ts';
import type { DemoPlan } from '#db/seed/demo/demo-plan.ts';
import type { Tx } from '#db/tenant.ts';
import { type DemoIds, idOf } from './demo-ids.ts';

const roleLevelKey = (roleName: string, roleLevelName: string) => `${roleName} / ${roleLevelName}`;

async function readRoleLevels(tx: Tx, organisationId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: roleLevel.id, name: roleLevel.name, roleName: role.name })
    .from(roleLevel)
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, roleLevel.roleId)))
    .where(eq(roleLevel.organisationId, organisationId));
  return new Map(rows.map((row) => [roleLevelKey(row.roleName, row.name), row.id]));
}

/** Stores the teams, the people and where they stand. Answers the ids that their names were given. */
export async function storePeople(tx: Tx, context: Context, plan: DemoPlan, slug: string): Promise<DemoIds> {
  const organisationId = context.db.organisationId;
  const createdAt = context.now;
  const teamIds = new Map(plan.teams.map(({ name }) => [name, randomUUID()]));
  const personIds = new Map(plan.people.map(({ name }) => [name, randomUUID()]));
  const roleLevelIds = await readRoleLevels(tx, organisationId);
  const skills = await tx
    .select({ id: skill.id, name: skill.name })
    .from(skill)
    .where(eq(skill.organisationId, organisationId));
  await tx.insert(team).values(
    plan.teams.map(({ name, parentName }) => ({
      organisationId,
      id: idOf(teamIds, name),
      parentId: parentName === null ? null : idOf(teamIds, parentName),
      name,
      createdAt,
    })),
  );
  await tx.insert(person).values(
    plan.people.map(({ name, grade, startsOn, leavesOn }) => ({
      organisationId,
      id: idOf(personIds, name),
      name,
      email: demoEmail(name, slug),
      grade,
      startsOn,
      leavesOn,
      createdAt,
    })),
  );
  await tx.insert(placement).values(
    plan.people.flatMap(({ name, placements }) =>
      placements.map(({ teamName, roleName, roleLevelName, startsOn, endsOn }) => ({
        organisationId,
        id: randomUUID(),
        personId: idOf(personIds, name),
        teamId: idOf(teamIds, teamName),
        roleLevelId: idOf(roleLevelIds, roleLevelKey(roleName, roleLevelName)),
        startsOn,
        endsOn,
        createdAt,
      })),
    ),
  );
  return { teamIds, personIds, skillIds: new Map(skills.map(({ id, name }) => [name, id])) };
}
