/** How much an organisation may add to one framework. */
export const ownLimits = {
  /** Additions to one framework. */
  additions: 500,
  /** Characters of a name. */
  nameLength: 200,
  /** Characters of a description. */
  descriptionLength: 5_000,
  /** Role levels of one role. */
  roleLevels: 30,
  /** Statements of one level of a skill, and characters of one. */
  statements: 50,
  statementLength: 1_000,
  grades: 15,
  gradeLength: 20,
} as const;
