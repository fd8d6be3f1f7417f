import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CellRow } from '#app/charts/heatmap/cell-row.tsx';
import { layoutPeopleHeatmap } from '#app/charts/heatmap/layout-people-heatmap.ts';
import { StandalonePicture } from '#app/charts/heatmap/standalone-picture.tsx';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
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
  const { matrix } = await readTeamMatrix(context, { teamId: team!.id });
  const { scales } = await readSkillScales(context, matrix.skills.map(({ id }) => id));
  const { frame, rows } = layoutPeopleHeatmap(matrix, { scales });
  const nowhere = () => '#';
  const svg = renderToStaticMarkup(
    <StandalonePicture
      label="Incident and problem: agreed against expected levels"
      frame={frame}
      rowHref={nowhere}
      drawRow={(index) => <CellRow cells={rows[index]!.cells} cellHref={nowhere} />}
    />,
  );
  await expect(`${svg.replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot('../docs/heatmap.svg');
});
