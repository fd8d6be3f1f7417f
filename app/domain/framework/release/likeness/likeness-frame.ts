/** What likeness is judged by for one kind of part: how much each sign counts, and how much each tie tells. */
export interface LikenessFrame {
  /** They add up to 1. */
  weights: { name: number; wording: number; ties: number; marks: number };
  tieWeight: (tie: string) => number;
}
