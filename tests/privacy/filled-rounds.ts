import { randomUUID } from 'node:crypto';

interface Filling {
  id: string;
  personId: string;
  userId: string;
  headId: string;
  otherId: string;
  skills: Record<string, string>;
  versionId: string;
  teamId: string;
  cycleId: string;
  /** The agreed assessment that is disputed. */
  disputed: string;
  canary: string;
  at: () => string;
  on: () => string;
}

type Run = (text: string, values?: unknown[]) => Promise<unknown>;

/** Fills what rounds of assessing hold of the person; and beside it what their manager has written and not handed in. */
export async function fillRounds(run: Run, filling: Filling): Promise<void> {
  const { id, personId, userId, headId, otherId, skills, versionId, teamId, cycleId, disputed, canary, at, on } = filling;
  await run(
    `insert into assessment (organisation_id, id, person_id, skill_id, framework_version_id, source, exempt_until, exempt_reason, assessor_name, assessed_on, recorded_at)
     values ($1, $2, $3, $4, $5, 3, $6, $7, $8, $9, $10)`,
    [id, randomUUID(), personId, skills.signals, versionId, on(), `Exempt ${canary}`, `Second ${canary}`, on(), at()],
  );
  await run('update current_assessment set agreed_exempt_until = $3 where organisation_id = $1 and person_id = $2', [id, personId, on()]);
  await run(
    `insert into cycle_participant (organisation_id, cycle_id, person_id, team_id, self_in_at, manager_in_at, manager_in_user_id, manager_in_name, revealed_at, agreed_at, agreed_name, moderated_at, moderated_name, exempt_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [id, cycleId, personId, teamId, at(), at(), headId, `Manager ${canary}`, at(), at(), `Agreeing ${canary}`, at(), `Moderator ${canary}`, `Leave ${canary}`],
  );
  const answered = `insert into answer (organisation_id, person_id, skill_id, source, kind, level, exempt_until, exempt_reason, note, ticks, unchanged_since, undefined_confirmed, writer_user_id, writer_name, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, true, $12, $13, $14)`;
  await run(answered, [id, personId, skills.lamps, 1, 'level', 7, null, null, `Own note ${canary}`, [`3.${canary}`], on(), userId, `Writer ${canary}`, at()]);
  await run(answered, [id, personId, skills.signals, 1, 'exempt', null, on(), `Own exemption ${canary}`, null, [], null, userId, `Writer ${canary}`, at()]);
  await run(answered, [id, personId, skills.signals, 2, 'level', 8, null, null, 'Hidden from them', [], null, headId, 'Hidden from them', at()]);
  await run(answered, [id, otherId, skills.lamps, 2, 'level', 8, null, null, 'A note about Ben', [], null, userId, `User ${canary}`, at()]);
  await run('insert into cycle_reminder (organisation_id, cycle_id, user_id, sent_on) values ($1, $2, $3, $4)', [id, cycleId, userId, on()]);
  await run(
    `insert into evidence (organisation_id, id, person_id, skill_id, source, summary, situation, task, action, result, links, happened_on, happened_until, author_user_id, author_name, added_at, changed_at, withdrawn_at)
     values ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, $10, '2026-02-03', '2026-02-04', $11, $12, $13, $14, $15)`,
    [id, randomUUID(), personId, skills.lamps, `Summary ${canary}`, `Situation ${canary}`, `Task ${canary}`, `Action ${canary}`, `Result ${canary}`, [`https://${canary}.example`], userId, `Author ${canary}`, at(), at(), at()],
  );
  await run(
    `insert into objective (organisation_id, id, person_id, skill_id, words, target_level, due_on, added_by_user_id, added_by_name, added_at, changed_by_user_id, changed_by_name, changed_at, outcome, outcome_words, ended_by_user_id, ended_by_name, ended_at, withdrawn_at)
     values ($1, $2, $3, $4, $5, 7, '2026-12-05', $6, $7, $8, $6, $9, $10, 'partly-met', $11, $6, $12, $13, $14)`,
    [id, randomUUID(), personId, skills.lamps, `Objective ${canary}`, userId, `Adder ${canary}`, at(), `Changer ${canary}`, at(), `Came of it ${canary}`, `Ender ${canary}`, at(), at()],
  );
  const disputeId = randomUUID();
  await run(
    `insert into dispute (organisation_id, id, person_id, skill_id, cycle_id, assessment_id, words, raised_by_user_id, raised_on, raised_at, outcome, settled_on, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'changed', $11, $12)`,
    [id, disputeId, personId, skills.lamps, cycleId, disputed, `Disputed ${canary}`, userId, on(), at(), on(), at()],
  );
  await run(
    `insert into moderation_decision (organisation_id, id, person_id, skill_id, cycle_id, dispute_id, kind, level_before, level_after, reason, decided_by_user_id, decided_by_name, decided_at)
     values ($1, $2, $3, $4, $5, $6, 'changed', 5, 6, $7, $8, $9, $10)`,
    [id, randomUUID(), personId, skills.lamps, cycleId, disputeId, `Decided ${canary}`, headId, `Decider ${canary}`, at()],
  );
  const schemeId = randomUUID();
  await run('insert into scoring_scheme (organisation_id, id, name, rules, created_at) values ($1, $2, $3, $4, $5)', [id, schemeId, `Scheme ${canary}`, {}, at()]);
  await run(
    `insert into confirmed_score (organisation_id, id, scheme_id, person_id, cycle_id, rules, suggested_points, suggested_band, confirmed_band, reason, confirmed_by_user_id, confirmed_by_name, confirmed_at)
     values ($1, $2, $3, $4, $5, '{}', 12.5, $6, $7, $8, $9, $10, $11)`,
    [id, randomUUID(), schemeId, personId, cycleId, `Low ${canary}`, `High ${canary}`, `Because ${canary}`, headId, `Confirmer ${canary}`, at()],
  );
  await didForOthers(run, { ...filling, schemeId });
  await run(
    `insert into spreadsheet_import (organisation_id, id, kind, file_name, format, state, sheets, importer_user_id, importer_name, created_at, applied_at)
     values ($1, $2, 'people', $3, 'csv', 'applied', $4, $5, $6, $7, $8)`,
    [id, randomUUID(), `file-${canary}.csv`, JSON.stringify([{ name: 'One', rows: [['A note about Ben']] }]), userId, `Importer ${canary}`, at(), at()],
  );
}

/** What the person did for somebody else as their manager: it stays, without their name once they are erased. */
async function didForOthers(run: Run, { id, otherId, userId, skills, cycleId, canary, at, schemeId }: Filling & { schemeId: string }): Promise<void> {
  const name = `User ${canary}`;
  await run(
    `insert into cycle_participant (organisation_id, cycle_id, person_id, manager_in_at, manager_in_user_id, manager_in_name, agreed_at, agreed_name, moderated_at, moderated_name)
     values ($1, $2, $3, $4, $5, $6, $4, $6, $4, $6)`,
    [id, cycleId, otherId, at(), userId, name],
  );
  await run(
    `insert into evidence (organisation_id, id, person_id, skill_id, source, summary, author_user_id, author_name, added_at) values ($1, $2, $3, $4, 2, 'A note about Ben', $5, $6, $7)`,
    [id, randomUUID(), otherId, skills.lamps, userId, name, at()],
  );
  await run(
    `insert into objective (organisation_id, id, person_id, skill_id, words, due_on, added_by_user_id, added_by_name, added_at, changed_by_user_id, changed_by_name, changed_at, outcome, ended_by_user_id, ended_by_name, ended_at)
     values ($1, $2, $3, $4, 'A note about Ben', '2026-12-31', $5, $6, $7, $5, $6, $7, 'met', $5, $6, $7)`,
    [id, randomUUID(), otherId, skills.lamps, userId, name, at()],
  );
  await run(
    `insert into moderation_decision (organisation_id, id, person_id, skill_id, kind, reason, decided_by_user_id, decided_by_name, decided_at) values ($1, $2, $3, $4, 'kept', 'A note about Ben', $5, $6, $7)`,
    [id, randomUUID(), otherId, skills.lamps, userId, name, at()],
  );
  await run(
    `insert into confirmed_score (organisation_id, id, scheme_id, person_id, rules, suggested_points, confirmed_by_user_id, confirmed_by_name, confirmed_at) values ($1, $2, $3, $4, '{}', 1, $5, $6, $7)`,
    [id, randomUUID(), schemeId, otherId, userId, name, at()],
  );
}

/** By table of rounds, which of its rows are the person's, as a condition. */
export function roundRows(own: string, personId: string, userId: string, canary: string): Record<string, string> {
  const ofPerson = `${own} and person_id = '${personId}'`;
  return {
    cycle: `${own} and closed_by_name = 'User ${canary}'`,
    cycle_participant: ofPerson,
    answer: `${ofPerson} and source = 1`,
    cycle_reminder: `${own} and user_id = '${userId}'`,
    evidence: ofPerson,
    objective: ofPerson,
    dispute: ofPerson,
    moderation_decision: ofPerson,
    confirmed_score: ofPerson,
    spreadsheet_import: `${own} and importer_user_id = '${userId}'`,
  };
}
