import { readCareerSteps } from '#app/services/framework/career/read-career-steps.server.ts';
import { readComparison } from '#app/services/framework/career/read-comparison.server.ts';
import { searchFramework } from '#app/services/framework/search-framework.server.ts';
import type { Cases } from './scene.ts';

export const careerCases: Cases = {
  'framework/career/read-career-steps': [['nothing', ({ context }) => readCareerSteps(context, { from: 'keeper/juniorKeeper', frameworkKey: 'coast' })]],
  'framework/career/read-comparison': [['nothing', ({ context }) => readComparison(context, { one: 'keeper', other: 'boatman', frameworkKey: 'coast' })]],
  'framework/search-framework': [['nothing', ({ context, b }) => searchFramework(context, b.canary)], ['nothing', ({ context }) => searchFramework(context, 'lamp')]],
};
