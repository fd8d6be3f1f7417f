import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { importFramework } from '#app/services/framework/import/import-framework.server.ts';
import { addPerson } from '#app/services/people/add-person.server.ts';
import { addTeam } from '#app/services/people/add-team.server.ts';
import { role, roleLevel, skill } from '#db/schema/index.ts';
import { and, eq } from 'drizzle-orm';
import { addOrganisation } from './add-organisation.ts';
import { contextAs } from './context-as.ts';
import type { TestDatabase } from './database.ts';
import { releaseFiles } from './release-files.ts';

/** An organisation that has adopted the documents of tests/fixtures/framework, with people in their role levels. */
export interface HarbourOrganisation {
  id: string;
  /** Somebody who administers and leads all of it. */
  context: Context;
  teamId: string;
  /** By the names of the documents. */
  skillIds: Record<string, string>;
  /** By "role: role level". */
  roleLevelIds: Record<string, string>;
  /** Asa is an associate harbour keeper, Bo a kite inspector. */
  people: { asa: string; bo: string };
}

/** Asa and Bo are agreed to hold rope work at 1 and 2; Asa to watch at night at 1. */
export async function makeHarbour(database: Pick<TestDatabase, 'tenant'>): Promise<HarbourOrganisation> {
  const id = await addOrganisation(database);
  const context = await contextAs(database, { accessRole: 'administrator', organisationId: id, alsoLeads: true });
  const imported = await importFramework(context, releaseFiles());
  if (!imported.ok) throw new Error('The fixtures should be importable.');
  const added = await addTeam(context, { name: 'Quay', parentId: null });
  const teamId = added.ok ? added.value.teamId : '';
  const [skills, levels] = await context.db.transaction(async (tx) => [
    await tx.select({ id: skill.id, name: skill.name }).from(skill).where(eq(skill.organisationId, id)),
    await tx
      .select({ id: roleLevel.id, name: roleLevel.name, role: role.name })
      .from(roleLevel)
      .innerJoin(role, and(eq(role.organisationId, id), eq(role.id, roleLevel.roleId)))
      .where(eq(roleLevel.organisationId, id)),
  ]);
  const skillIds = Object.fromEntries(skills.map((row) => [row.name, row.id]));
  const roleLevelIds = Object.fromEntries(levels.map((row) => [`${row.role}: ${row.name}`, row.id]));
  const place = async (name: string, level: string) => {
    const details = { name, email: null, grade: null, startsOn: '2026-01-05', leavesOn: null, teamId, roleLevelId: roleLevelIds[level] ?? '' };
    const outcome = await addPerson(context, details);
    if (!outcome.ok) throw new Error(outcome.problem.message);
    return outcome.value.personId;
  };
  const people = { asa: await place('Asa Whitfield', 'Harbour keeper: Associate harbour keeper'), bo: await place('Bo Lund', 'Kite inspector: Kite inspector') };
  const agree = (personId: string, name: string, level: number) =>
    saveAssessment(context, personId, { entries: [{ skillId: skillIds[name] ?? '', source: 'agreed', level, note: null }] });
  await agree(people.asa, 'Rope work', 1);
  await agree(people.asa, 'Night watch', 1);
  await agree(people.bo, 'Rope work', 2);
  return { id, context, teamId, skillIds, roleLevelIds, people };
}
