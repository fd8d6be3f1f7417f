import { and, eq, inArray, sql } from 'drizzle-orm';
import { sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import type { ModerationCase, ShownAnswer } from '#app/domain/assessment/moderation/moderation-case.ts';
import { suggestLevel } from '#app/domain/assessment/answer/suggest-level.ts';
import { skillLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

interface SaidRow extends Record<string, unknown> {
  person_id: string;
  skill_id: string;
  source: 1 | 2 | 3;
  level: number | null;
  is_exempt: boolean;
  has_note: boolean;
  ticks: string[];
  version_id: string;
  assessor_user_id: string | null;
  assessor_name: string;
  assessed_on: string;
}

/** A case before its person and skill are named. */
export type RoundCase = Omit<ModerationCase, 'personName' | 'skillName'>;

/**
 * What is on record of these people in a round, one case for each person and skill: the newest answer of each voice, what was
 * agreed last before the round opened, and whether there is evidence. Reads `assessment` and nothing that is still hidden. With
 * `skillId`, of that skill alone. Runs inside the caller's transaction, who has authorised it and records the look.
 */
export async function readRoundCases(
  tx: Tx,
  organisationId: string,
  { cycleId, opensOn }: { cycleId: string; opensOn: string },
  personIds: readonly string[],
  skillId?: string,
): Promise<RoundCase[]> {
  if (personIds.length === 0) return [];
  const ids = sql.param([...personIds]);
  const ofSkill = skillId === undefined ? sql`` : sql`and skill_id = ${skillId}`;
  const { rows: said } = await tx.execute<SaidRow>(sql`
    select distinct on (person_id, skill_id, source) person_id, skill_id, source, level, exempt_until is not null as is_exempt,
      note is not null as has_note, ticks, framework_version_id as version_id, assessor_user_id, assessor_name, assessed_on::text as assessed_on
    from assessment
    where organisation_id = ${organisationId} and cycle_id = ${cycleId} and person_id = any(${ids}::uuid[]) ${ofSkill}
    order by person_id, skill_id, source, assessed_on desc, sequence desc`);
  const { rows: earlier } = await tx.execute<{ person_id: string; skill_id: string; level: number | null }>(sql`
    select distinct on (person_id, skill_id) person_id, skill_id, level
    from assessment
    where organisation_id = ${organisationId} and person_id = any(${ids}::uuid[]) ${ofSkill} and source = ${sourceCodes.agreed}
      and cycle_id is distinct from ${cycleId}::uuid and assessed_on < ${opensOn}::date
    order by person_id, skill_id, assessed_on desc, sequence desc`);
  const { rows: backed } = await tx.execute<{ person_id: string; skill_id: string }>(sql`
    select distinct person_id, skill_id from evidence
    where organisation_id = ${organisationId} and person_id = any(${ids}::uuid[]) ${ofSkill} and withdrawn_at is null`);
  const wordings = await readStatementCounts(tx, organisationId, said);
  const earlierLevels = new Map(earlier.map((row) => [keyOf(row), row.level]));
  const evidenced = new Set(backed.map(keyOf));
  const cases = new Map<string, RoundCase>();
  for (const row of said) {
    const key = keyOf(row);
    const one = cases.get(key) ?? {
      personId: row.person_id, skillId: row.skill_id, self: null, manager: null, agreed: null,
      earlierLevel: earlierLevels.get(key) ?? null, hasEvidence: evidenced.has(key),
    };
    cases.set(key, one);
    const voice = ({ 1: 'self', 2: 'manager', 3: 'agreed' } as const)[row.source];
    one[voice] = shownAnswer(row, wordings);
  }
  return [...cases.values()];
}

const keyOf = (row: { person_id: string; skill_id: string }) => `${row.person_id}/${row.skill_id}`;
const wordingOf = (row: { version_id: string; skill_id: string }) => `${row.version_id}/${row.skill_id}`;

function shownAnswer(row: SaidRow, wordings: ReadonlyMap<string, ReadonlyMap<number, number>>): ShownAnswer {
  return {
    level: row.level,
    isExempt: row.is_exempt,
    assessorKey: row.assessor_user_id ?? row.assessor_name,
    assessorName: row.assessor_name,
    assessedOn: row.assessed_on,
    hasNote: row.has_note,
    tickedLevel: suggestLevel(wordings.get(wordingOf(row)) ?? new Map(), row.ticks),
  };
}

/** By wording, how many statements each level has; of those wordings under which somebody has ticked. */
async function readStatementCounts(tx: Tx, organisationId: string, said: readonly SaidRow[]): Promise<Map<string, Map<number, number>>> {
  const ticked = said.filter((row) => row.ticks.length > 0);
  const counts = new Map<string, Map<number, number>>();
  if (ticked.length === 0) return counts;
  const rows = await tx
    .select({ version_id: skillLevel.versionId, skill_id: skillLevel.skillId, ordinal: skillLevel.ordinal, statements: sql<number>`cardinality(${skillLevel.statements})`.mapWith(Number) })
    .from(skillLevel)
    .where(
      and(
        eq(skillLevel.organisationId, organisationId),
        inArray(skillLevel.versionId, [...new Set(ticked.map((row) => row.version_id))]),
        inArray(skillLevel.skillId, [...new Set(ticked.map((row) => row.skill_id))]),
      ),
    );
  for (const row of rows) {
    const wording = counts.get(wordingOf(row)) ?? new Map<number, number>();
    counts.set(wordingOf(row), wording.set(row.ordinal, row.statements));
  }
  return counts;
}
