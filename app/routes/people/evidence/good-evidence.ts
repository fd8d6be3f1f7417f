/** What makes evidence worth reading, in our own words. */
export const goodEvidence: readonly string[] = [
  'Good evidence is one thing that really happened: what was going on, what fell to the person, what they did themself, and what changed because of it.',
  'Recent work counts for more than old work, and one clear example for more than a list of duties. Say “I”, not “we”, and give a number or a reaction where there was one.',
  'Point to what can be looked at, such as a review, a plan or a ticket. Leave out names and details of people who are not meant to be read about here.',
];
