/** How much a job description may hold: several times what the service manager's has. */
export const jobDescriptionLimits = {
  titleLength: 200,
  /** Characters of the advert, the purpose, and how to apply. */
  textLength: 6_000,
  /** Characters of one duty or criterion, and how many there may be in one list. */
  lineLength: 1_000,
  lines: 60,
  areas: 60,
} as const;
