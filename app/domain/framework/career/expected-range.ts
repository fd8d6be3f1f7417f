/** What a role level, or a whole role over its role levels, is expected to hold of one skill. */
export interface ExpectedRange {
  /** 1 up to the number of steps of the scale; equal for a single role level. */
  lowest: number;
  highest: number;
}

/** Expected ranges by skill id; a skill that is not in it is not expected. */
export type ExpectedSkills = ReadonlyMap<string, ExpectedRange>;
