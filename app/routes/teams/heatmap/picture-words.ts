import type { PictureMetric, PictureView } from '#app/domain/capability/picture/picture.ts';
import type { RowOrder } from '#app/domain/capability/picture/picture-state.ts';

/** What the controls of the heatmap call things. */

export const viewNames: Record<PictureView, string> = {
  teams: 'Teams',
  people: 'People',
  'role-levels': 'Role levels',
  cycles: 'Over rounds',
  voices: 'Self against agreed',
  expectation: 'Expectation',
};

export const metricNames: Record<PictureMetric, string> = {
  gap: 'Gap',
  agreed: 'Agreed level',
  met: 'Met of assessed',
  short: 'Shortfalls',
  holders: 'People at a level',
  complete: 'Completeness',
  age: 'Age',
  voices: 'Self less agreed',
  expected: 'Expected level',
  change: 'Whole change',
  'people-moved': 'People moved',
  'bar-moved': 'The bar moved',
};

export const orderNames: Record<RowOrder, string> = {
  team: 'Team, then seniority',
  shortfall: 'Shortfall, most first',
  name: 'Name',
  skill: 'Shortfall in one skill',
  similar: 'Like beside like',
};
