import type { ScaleStep } from './framework-facts.ts';

/** The four ascending skill levels of the official framework. */
export const officialScale: readonly ScaleStep[] = [
  { ordinal: 1, name: 'Awareness' },
  { ordinal: 2, name: 'Working' },
  { ordinal: 3, name: 'Practitioner' },
  { ordinal: 4, name: 'Expert' },
];

/** The two steps of a job description's person specification. */
export const jobDescriptionScale: readonly ScaleStep[] = [
  { ordinal: 1, name: 'Essential' },
  { ordinal: 2, name: 'Desirable' },
];
