import type { Context } from '#app/platform/context.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';

/**
 * Has one person assessed in the skills of IT operations that the demo's people are neither expected
 * to hold nor assessed in, so that the picture is as wide as a service of every role makes it: 27
 * skills. Those are the skills that come with summaries of our own.
 */
export async function widenPicture(context: Context, serviceId: string): Promise<void> {
  const { matrix } = await readTeamMatrix(context, { teamId: serviceId });
  const shown = new Set(matrix.skills.map(({ id }) => id));
  const summarised = new Set(
    loadCatalogue()
      .facts.skills.filter(({ levels }) => levels.some(({ wordingSource }) => wordingSource === 'ours'))
      .map(({ name }) => name),
  );
  const missing = [...(await readAssessableSkills(context)).values()].filter(
    ({ id, name }) => summarised.has(name) && !shown.has(id),
  );
  const person = matrix.people.find(({ id }) => id !== context.viewer.personId);
  if (!person || missing.length === 0) return;
  const entries = missing.map(({ id }) => ({ skillId: id, source: 'manager' as const, level: 1, note: null }));
  const outcome = await saveAssessment(context, person.id, { entries });
  if (!outcome.ok) throw new Error(outcome.problem.message);
}
