/** How a department turns levels into points, as data: nothing of it is code, so that a head of service can read and change it. */
export interface ScoringRules {
  /** Points for each expected skill whose agreed level is below, at or above the expected level; halves are allowed, 0-100. */
  points: { below: number; at: number; above: number };
  /** Only so many of the best-scoring skills count; null counts them all. */
  bestOf: number | null;
  /** Expected skills without an agreed level that make a score impossible rather than low: more than this many, 0 or more. */
  unassessedAllowed: number;
  /** In rising order of points; a score belongs to the last band whose points it reaches, and to none below the first. */
  bands: { name: string; from: number }[];
}
