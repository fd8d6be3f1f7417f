import { expect, it } from 'vitest';
import { standaloneSvg } from '#app/charts/heatmap/drawing/standalone-svg.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { contextAs } from '#tests/helpers/context-as.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { loadDemo } from '#scripts/demo/load-demo.ts';

const database = useTestDatabase();
const now = new Date('2026-11-21T10:00:00Z');

it('shows in the README what the product draws of the demo organisation', async () => {
  const { organisationId } = await loadDemo(database.pool, { slug: 'readme', now });
  const context = await contextAs(database, { accessRole: 'head-of-service', organisationId, now });
  const team = (await readTeamTree(context.db)).find(({ name }) => name === 'Incident and problem');
  const { picture } = await readPicture(context, team!.id, parsePictureState(new URLSearchParams()));
  const { scales } = await readSkillScales(context, picture.columns.map(({ id }) => id));
  const svg = standaloneSvg(picture, { metric: 'gap', heldLevel: 1, scales, title: 'Incident and problem: agreed against expected levels', lines: ['As at: 21 November 2026.'] });
  await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot('../docs/heatmap.svg');
});
