/** How much a framework of one's own may hold, beside what any document may. */
export const templateLimits = {
  /** Steps of its scale. */
  steps: 9,
  /** Characters of the name of a step. */
  levelNameLength: 60,
  grades: 15,
  gradeLength: 20,
  statementLength: 1_000,
  descriptionLength: 5_000,
} as const;
