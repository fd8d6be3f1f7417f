import { sql } from 'drizzle-orm';
import type { Answer } from '#app/domain/assessment/answer/answer-words.ts';
import type { AssessmentSource } from '#app/domain/assessment/assessment-record.ts';
import { assessmentSources, sourceCodes } from '#app/domain/assessment/assessment-source.ts';
import { countingAssessments } from '#db/current/counting-assessments.ts';
import type { Tx } from '#db/tenant.ts';

export interface LastAnswer {
  personId: string;
  skillId: string;
  source: AssessmentSource;
  answer: Answer;
  /** ISO date. */
  assessedOn: string;
  sequence: number;
}

interface Row extends Record<string, unknown> {
  person_id: string;
  skill_id: string;
  source: number;
  level: number | null;
  exempt_until: string | null;
  exempt_reason: string | null;
  assessed_on: string;
  sequence: string;
}

/**
 * What each of these voices recorded last of each skill of these people, by the same rule as what is kept ready. Runs inside the
 * caller's transaction, who has asked whose ratings the viewer may read.
 */
export async function readLastAnswers(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
  sources: readonly AssessmentSource[],
): Promise<LastAnswer[]> {
  const { rows } = await tx.execute<Row>(sql`
    with recursive ${countingAssessments(organisationId, personIds)}
    select distinct on (counting.person_id, counting.skill_id, counting.source) counting.person_id, counting.skill_id, counting.source,
      counting.level, said.exempt_until::text as exempt_until, said.exempt_reason, counting.assessed_on::text as assessed_on, counting.sequence
    from counting
    join assessment said on said.organisation_id = ${organisationId} and said.id = counting.id
    where counting.source = any(${sql.param(sources.map((source) => sourceCodes[source]))}::smallint[])
    order by counting.person_id, counting.skill_id, counting.source, counting.assessed_on desc, counting.sequence desc`);
  return rows.map((row) => ({
    personId: row.person_id,
    skillId: row.skill_id,
    source: assessmentSources[row.source - 1] ?? 'self',
    answer: answerOf(row),
    assessedOn: row.assessed_on,
    sequence: Number(row.sequence),
  }));
}

function answerOf({ level, exempt_until: until, exempt_reason: reason }: Row): Answer {
  if (level !== null) return { kind: 'level', level };
  return until === null ? { kind: 'not-observed' } : { kind: 'exempt', until, reason: reason ?? '' };
}
