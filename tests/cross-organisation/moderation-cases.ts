import { readToAgree } from '#app/services/reports/read-to-agree.server.ts';
import type { Cases } from './scene.ts';

/** What moderators have lists of. */
export const moderationCases: Cases = {
  'reports/read-to-agree': [
    [
      'nothing',
      ({ context }) => {
        const grants = [{ accessRole: 'moderator' as const, teamIds: 'all' as const }];
        return readToAgree({ ...context, viewer: { ...context.viewer, grants } });
      },
    ],
  ],
};
