/** Who says it. Only `agreed` counts; the others show what is still to be agreed. */
export type AssessmentSource = 'self' | 'manager' | 'agreed';

/** One line of the append-only history: what one source said of one person and skill on one day. */
export interface AssessmentRecord {
  personId: string;
  skillId: string;
  source: AssessmentSource;
  /** 0 up to the number of steps of the scale; null means not observed. */
  level: number | null;
  /** ISO date the assessment is for. */
  assessedOn: string;
  /** Where what was said is an exemption: its last day, an ISO date. */
  exemptUntil?: string | null;
  /** The order of writing, unique in the organisation: of two records for the same day the later written one holds. */
  sequence: number;
  /** True where the level was recorded under a wording that meant something else, or of a skill whose place this one took. */
  review?: boolean;
}
