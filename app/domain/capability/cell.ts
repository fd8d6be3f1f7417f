/** The words of the heatmap: what is known about one person and one skill on one date. */

/** Exactly one holds for a cell. */
export type CellState =
  | 'not-expected'
  | 'not-assessed'
  | 'not-observed'
  | 'below'
  | 'meets'
  | 'above';

/** Any number may stand beside a state. */
export type CellMark = 'self-only' | 'manager-only' | 'stale' | 'review' | 'level-undefined' | 'disputed' | 'exempt';

/** What one source last said: a level 0-4 (0 is "not yet at the first level"), or that the skill was not observed. */
export interface SourceReading {
  /** 0 up to the number of steps of the scale; null means not observed. */
  level: number | null;
  /** ISO date of the assessment. */
  assessedOn: string;
  /** Where what was said is an exemption: its last day, an ISO date. */
  exemptUntil?: string | null;
}

/** What is known about a person and a skill: the expectation and the newest reading of each source. */
export interface CellFacts {
  skillId: string;
  /** 1-4; null when the role level expects nothing of this skill. */
  expectedLevel: number | null;
  self: SourceReading | null;
  manager: SourceReading | null;
  agreed: SourceReading | null;
  /** True where the framework does not define the agreed level, or the expected level, of this skill. */
  levelUndefined: boolean;
  /** True where the wording of the skill has changed its meaning since the agreed level was recorded. */
  needsReview: boolean;
  /** True while the person disputes the agreed level and no moderator has decided. */
  disputed?: boolean;
}

/** A cell, judged. */
export interface MatrixCell {
  skillId: string;
  expectedLevel: number | null;
  selfLevel: number | null;
  managerLevel: number | null;
  agreedLevel: number | null;
  /** agreedLevel - expectedLevel, -4..+4; null unless both are known. */
  gap: number | null;
  state: CellState;
  marks: CellMark[];
  /** ISO date of the agreed assessment (level or not observed); null without one. */
  agreedOn: string | null;
}

export interface MatrixSkill {
  id: string;
  key: string;
  name: string;
}

export interface MatrixPerson {
  id: string;
  name: string;
  teamId: string;
  teamName: string;
  roleName: string;
  roleLevelName: string;
  /** 1 is the most junior role level of the role; 0 where the adopted version no longer has it. */
  seniority: number;
  /** ISO date; null while no leaving date is known. */
  leavesOn: string | null;
  /** In the order of the matrix's skills. */
  cells: MatrixCell[];
}

/** People x skills, in display order. */
export interface TeamMatrix {
  skills: MatrixSkill[];
  people: MatrixPerson[];
}

/** Counts of one team and one skill. People on the date only. */
export interface TeamSkillCount {
  teamId: string;
  skillId: string;
  /** People whose role level expects the skill. */
  expected: number;
  /** Of those, people with an agreed level. */
  assessed: number;
  /** Of the assessed, people whose agreed level is at or above the expected level. */
  met: number;
}

/** Teams x skills, in display order. */
export interface ServiceMatrix {
  skills: MatrixSkill[];
  teams: { id: string; name: string; people: number; cells: ServiceCell[] }[];
}

export interface ServiceCell {
  skillId: string;
  expected: number;
  assessed: number;
  met: number;
  /** met / assessed, 0-1; null when nobody is assessed. */
  share: number | null;
  /** True when disclosure control hides the figures: show "[c]", never 0. */
  suppressed: boolean;
}
