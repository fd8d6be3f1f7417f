import { createJobDescription } from '#app/services/framework/job/create-job-description.server.ts';
import { exportJobDescription } from '#app/services/framework/job/export-job-description.server.ts';
import { readJobDescription } from '#app/services/framework/job/read-job-description.server.ts';
import { readJobDescriptions } from '#app/services/framework/job/read-job-descriptions.server.ts';
import { readPost } from '#app/services/framework/job/read-post.server.ts';
import { removeJobDescription } from '#app/services/framework/job/remove-job-description.server.ts';
import { saveJobDescription } from '#app/services/framework/job/save-job-description.server.ts';
import { readRoleLevelOptions } from '#app/services/framework/read-role-level-options.server.ts';
import type { Cases } from './scene.ts';

const edited = { revision: 0, title: 'Mine', advert: '', purpose: '', duties: [], specification: [], howToApply: '' };

export const jobCases: Cases = {
  'framework/job/create-job-description': [['404', ({ context, b }) => createJobDescription(context, { roleLevelId: b.roleLevels.crew, gaps: [] })]],
  'framework/job/export-job-description': [['404', ({ context, b }) => exportJobDescription(context, b.jobDescriptionId)]],
  'framework/job/read-job-description': [['404', ({ context, b }) => readJobDescription(context, b.jobDescriptionId)]],
  'framework/job/read-job-descriptions': [['nothing', ({ context }) => readJobDescriptions(context)]],
  'framework/job/read-post': [['404', ({ context, b }) => readPost(context, { roleLevelId: b.roleLevels.crew, gaps: [] })]],
  'framework/job/remove-job-description': [['404', ({ context, b }) => removeJobDescription(context, b.jobDescriptionId)]],
  'framework/job/save-job-description': [['404', ({ context, b }) => saveJobDescription(context, b.jobDescriptionId, edited)]],
  'framework/read-role-level-options': [['nothing', ({ context }) => readRoleLevelOptions(context)]],
};
