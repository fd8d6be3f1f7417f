import type { MatrixCell } from '#app/domain/capability/cell.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { CellBody } from '#app/charts/heatmap/cell-body.tsx';
import { heatmapSizes } from '#app/charts/heatmap/heatmap-sizes.ts';
import { layoutPeopleHeatmap, type CellLayout } from '#app/charts/heatmap/layout-people-heatmap.ts';
import { layoutServiceHeatmap } from '#app/charts/heatmap/layout-service-heatmap.ts';
import { PictureText } from '#app/charts/heatmap/picture-text.tsx';
import { personLegendEntries, serviceLegendEntries } from './legend-entries.ts';

type LegendProps = { of: 'people'; scales: SkillScales } | { of: 'service' };

/**
 * Explains fills, texts, borders and marks of a heatmap. Each sample is laid out and drawn by the heatmap's own
 * code, so that the key cannot drift from the picture.
 */
export function Legend(props: LegendProps) {
  const samples = props.of === 'people' ? peopleSamples() : serviceSamples();
  return (
    <div className="my-snug text-note">
      <h2 className="sr-only">Key</h2>
      {props.of === 'people' &&
        props.scales.versions.map(({ name, scale }, _at, { length }) => (
          <p key={name} className="mb-close text-muted">
            {length > 1 ? `Levels of ${name}` : 'Levels'}: 0 not yet at the first level, {scale.map((step) => `${step.ordinal} ${step.name.toLowerCase()}`).join(', ')}.
          </p>
        ))}
      <ul className="flex flex-wrap gap-x-step gap-y-close">
        {samples.map(({ words, cell }) => (
          <li key={words} className="flex items-center gap-close">
            <Sample cell={cell} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sample({ cell }: { cell: CellLayout }) {
  const { x, width, height } = cell;
  return (
    <svg className="flex-none" width={width} height={height} viewBox={`${x} ${cell.y} ${width} ${height}`} aria-hidden="true">
      <PictureText>
        <g fontSize={heatmapSizes.cellTextSize} textAnchor="middle">
          <CellBody cell={cell} />
        </g>
      </PictureText>
    </svg>
  );
}

function peopleSamples() {
  const skills = personLegendEntries.map(({ words }) => ({ id: words, key: words, name: '' }));
  const cells = personLegendEntries.map(({ words, cell }): MatrixCell => ({ ...cell, skillId: words }));
  const person = {
    id: '', name: '', teamId: '', teamName: '', roleName: '', roleLevelName: '', seniority: 1, leavesOn: null, cells,
  };
  const layout = layoutPeopleHeatmap({ skills, people: [person] }, { scales: { versions: [], ofSkill: {} }, availableWidth: 1 });
  return personLegendEntries.map(({ words }, index) => ({ words, cell: layout.rows[0]!.cells[index]! }));
}

function serviceSamples() {
  const skills = serviceLegendEntries.map(({ words }) => ({ id: words, key: words, name: '' }));
  const cells = serviceLegendEntries.map(({ words, cell }) => ({ ...cell, skillId: words }));
  const layout = layoutServiceHeatmap({ skills, teams: [{ id: '', name: '', people: 0, cells }] }, { availableWidth: 1 });
  return serviceLegendEntries.map(({ words }, index) => ({ words, cell: layout.rows[0]!.cells[index]! }));
}
