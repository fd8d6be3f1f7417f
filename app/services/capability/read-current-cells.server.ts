import type { SourceReading } from '#app/domain/capability/cell.ts';
import { rowsOf, type Tx } from '#db/tenant.ts';

/** What is stored of one person and skill, before the framework says which levels are undefined. */
export interface CellRow {
  skillId: string;
  expectedLevel: number | null;
  self: SourceReading | null;
  manager: SourceReading | null;
  agreed: SourceReading | null;
  needsReview: boolean;
  disputed: boolean;
}

interface PersonRow {
  person_id: string;
  cells: string;
}

const cellsQuery = `
  select person_id, string_agg(row(skill_id, expected_level, self_level, self_on, manager_level, manager_on, agreed_level, agreed_on,
    agreed_exempt_until, needs_review, disputed)::text, '') as cells
  from current_assessment
  where organisation_id = $1 and team_id = any($2::uuid[])
  group by person_id`;

/**
 * The kept cells of everybody placed in these teams, by person. One row a person, its cells in one text: a row a cell, and even an array
 * a column, cost several times as much on the way to the picture. None of the columns holds a comma or a bracket. Runs inside the
 * caller's transaction, who has authorised the teams.
 */
export async function readCurrentCells(
  tx: Tx,
  organisationId: string,
  teamIds: readonly string[],
): Promise<Map<string, CellRow[]>> {
  const rows = await rowsOf<PersonRow>(tx, { text: cellsQuery, values: [organisationId, teamIds] });
  const skillIds = new Map<string, string>();
  return new Map(rows.map((row) => [row.person_id, row.cells.slice(1, -1).split(')(').map((text) => cellOf(text, skillIds))]));
}

/**
 * The text of a row: its columns between commas, nothing for null, `t` and `f` for true and false. `skillIds` are those met so far: as one
 * and the same text each, they are compared at a glance.
 */
function cellOf(text: string, skillIds: Map<string, string>): CellRow {
  const [id, expected, self, selfOn, manager, managerOn, agreed, agreedOn, exemptUntil, needsReview, disputed] = text.split(',') as [
    string, string, string, string, string, string, string, string, string, string, string,
  ];
  const skillId = skillIds.get(id) ?? id;
  if (!skillIds.has(id)) skillIds.set(id, id);
  return {
    skillId,
    expectedLevel: level(expected),
    self: reading(self, selfOn),
    manager: reading(manager, managerOn),
    agreed: exemptUntil === '' ? reading(agreed, agreedOn) : { level: level(agreed), assessedOn: agreedOn, exemptUntil },
    needsReview: needsReview === 't',
    disputed: disputed === 't',
  };
}

function level(text: string): number | null {
  return text === '' ? null : Number(text);
}

function reading(text: string, assessedOn: string): SourceReading | null {
  return assessedOn === '' ? null : { level: level(text), assessedOn };
}
