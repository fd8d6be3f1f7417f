import { readDormantNames } from '#app/services/capability/read-dormant-names.server.ts';
import { readImpactFacts } from '#app/services/capability/read-impact-facts.server.ts';
import { readReleaseImpact } from '#app/services/capability/read-release-impact.server.ts';
import type { Cases } from './scene.ts';

const nobody = { skills: new Map<string, string>(), roles: new Map<string, string>(), roleLevels: new Map<string, Map<string, string>>() };

/** What a release does to people. */
export const releaseImpactCases: Cases = {
  'capability/read-release-impact': [['404', ({ context, releaseOfB }) => readReleaseImpact(context, releaseOfB)]],
  'capability/read-dormant-names': [
    ['nothing', ({ inA, a }) => inA((tx) => readDormantNames(tx, a.id, 'coast', nobody))],
    ['hidden', ({ inA, b }) => inA((tx) => readDormantNames(tx, b.id, 'coast', nobody))],
  ],
  'capability/read-impact-facts': [
    [
      'nothing',
      ({ context, b }) => {
        const tree = Object.values(b.teams).map((id) => ({ id, parentId: null, name: 'Elsewhere' }));
        return readImpactFacts(context, tree, '2026-06-01', [{ from: b.skills.lamps, to: b.skills.boats }]);
      },
    ],
  ],
};
