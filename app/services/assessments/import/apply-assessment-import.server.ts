import { sql } from 'drizzle-orm';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import type { AssessmentFile, ImportedAnswer } from '#app/domain/spreadsheet/assessments/assessment-facts.ts';
import type { AssessmentPlan } from '#app/domain/spreadsheet/assessments/plan-assessments.ts';
import type { ImportSummary } from '#app/domain/spreadsheet/import-words.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { markAgreed } from '#app/services/assessments/cycle/mark-agreed.server.ts';
import { holdAdoptions } from '#app/services/assessments/hold-adoptions.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import type { Tx } from '#db/tenant.ts';
import { insertImported } from './insert-imported.server.ts';
import { planAssessmentImport } from './plan-assessment-import.server.ts';

/** So many answers go into the history with one statement. */
const chunk = 5_000;

/**
 * Brings a spreadsheet of assessments in: all of it, or, where one row is refused or a warning is not accepted, nothing, which the
 * summary then says (`refused` counts both). Everything is judged anew while the adoptions and the people are held, so that what changed since
 * the dry run counts. Adds to the history, renews what is kept ready of the people and their teams once, and records in the audit
 * of each person what saving on a page would have. `onStep` hears of steps done, of how many. Throws 403 as the plan does.
 */
export async function applyAssessmentImport(
  tx: Tx,
  context: Context,
  { importId, ...file }: AssessmentFile & { importId: string },
  onStep: (done: number, of: number) => void,
): Promise<ImportSummary> {
  const organisationId = context.db.organisationId;
  await holdAdoptions(tx, organisationId);
  const { plan, answers } = await planHeld(tx, within(context, tx), file);
  const open = (plan.warnings ?? []).filter(({ key }) => !file.mapping.accepted?.includes(key)).length;
  const { counts } = plan.summary;
  if (counts.refused + open > 0) return { ...plan.summary, counts: { ...counts, refused: counts.refused + open } };
  const steps = Math.ceil(answers.length / chunk) + 3;
  let done = 1;
  const step = () => onStep((done += 1), steps);
  onStep(done, steps);
  for (let from = 0; from < answers.length; from += chunk) {
    await insertImported(tx, context, importId, answers.slice(from, from + chunk));
    step();
  }
  if (answers.length > 0) await renew(tx, context, answers);
  step();
  await recordPeople(tx, context, importId, answers);
  step();
  return plan.summary;
}

/** The plan, with everybody it is about held until the transaction ends: it is made again until it is about nobody else, or has something refused. */
async function planHeld(tx: Tx, inside: Context, file: AssessmentFile): Promise<AssessmentPlan> {
  const held = new Set<string>();
  for (;;) {
    const made = await planAssessmentImport(inside, file);
    const missing = idsOf(made.answers).filter((id) => !held.has(id));
    if (missing.length === 0 || made.plan.summary.counts.refused > 0) return made;
    await lockPeople(tx, inside.db.organisationId, missing);
    for (const id of missing) held.add(id);
  }
}

/** The people in the order of their ids, then their places in open rounds, as whoever writes of one person does. */
async function lockPeople(tx: Tx, organisationId: string, personIds: readonly string[]): Promise<void> {
  const ids = sql.param([...personIds]);
  await tx.execute(sql`
    select 1 from person where organisation_id = ${organisationId} and id = any(${ids}::uuid[]) order by id for update`);
  await tx.execute(sql`
    select 1 from cycle_participant taking
    join cycle on cycle.organisation_id = ${organisationId} and cycle.id = taking.cycle_id and cycle.state = 'open'
    where taking.organisation_id = ${organisationId} and taking.person_id = any(${ids}::uuid[])
    order by taking.person_id for update of taking`);
}

async function renew(tx: Tx, context: Context, answers: readonly ImportedAnswer[]): Promise<void> {
  const organisationId = context.db.organisationId;
  const teamIds = [...new Set(answers.flatMap(({ person }) => person.teamId ?? []))];
  await refreshCurrentAssessments(tx, organisationId, idsOf(answers));
  await refreshTeamSkillSummary(tx, organisationId, teamIds, todayOf(context));
  const agreed = new Map(answers.flatMap(({ source, cycleId, person }) => (source === 'agreed' && cycleId ? [[person.id, cycleId]] : [])));
  for (const [personId, cycleId] of agreed) await markAgreed(tx, context, cycleId, personId);
}

/** As saving does: a row of the audit for each person and day. */
async function recordPeople(tx: Tx, context: Context, importId: string, answers: readonly ImportedAnswer[]): Promise<void> {
  const deeds = new Map<string, { personId: string; assessedOn: string; entries: { skillId: string; source: AssessmentSource }[] }>();
  for (const { person, skill, source, assessedOn } of answers) {
    const key = `${person.id}/${assessedOn}`;
    const deed = deeds.get(key) ?? { personId: person.id, assessedOn, entries: [] };
    deed.entries.push({ skillId: skill.id, source });
    deeds.set(key, deed);
  }
  for (const { personId, ...detail } of deeds.values()) {
    await recordAudit(tx, context, { action: 'assessment.save', subjectKind: 'person', subjectId: personId, detail: { ...detail, importId } });
  }
}

function idsOf(answers: readonly ImportedAnswer[]): string[] {
  return [...new Set(answers.map(({ person }) => person.id))];
}
