import type { ServiceCell, ServiceMatrix } from '#app/domain/capability/cell.ts';
import { ink, muted, paper, shareFill, textOn } from '#app/charts/colour.ts';
import { textWidth } from '#app/charts/text/text-width.ts';
import { layoutFrame, type FrameLayout } from './layout-frame.ts';
import type { CellLayout } from './layout-people-heatmap.ts';
import { heatmapSizes as sizes } from './heatmap-sizes.ts';
import { serviceCellState } from './service-cell-state.ts';
import { serviceCellText } from './service-cell-text.ts';

export interface ServiceHeatmapLayout {
  frame: FrameLayout;
  /** In the order of the teams. */
  rows: { teamId: string; cells: CellLayout[] }[];
}

/**
 * The geometry and the words of a heatmap of teams x skills: fill by the share of assessed people who meet the
 * expected level, a dark outline where fewer than half of them do, a dashed border where a third or more of those
 * expected are not assessed. `availableWidth` is the width in pixels that the picture may fill.
 */
export function layoutServiceHeatmap(
  matrix: ServiceMatrix,
  { availableWidth }: { availableWidth?: number } = {},
): ServiceHeatmapLayout {
  const longest = Math.max(0, ...matrix.teams.flatMap((team) => team.cells.map(widthOfText)));
  const frame = layoutFrame(
    matrix.skills,
    matrix.teams.map((team) => ({
      id: team.id,
      name: team.name,
      note: team.people === 1 ? '1 person' : `${team.people} people`,
      group: null,
    })),
    {
      narrowestCell: Math.max(36, Math.ceil(longest) + 6),
      cornerNote: 'Meet expected level / assessed',
      ...(availableWidth && { availableWidth }),
    },
  );
  const rows = matrix.teams.map((team, index) => ({
    teamId: team.id,
    cells: frame.columns.map((column, number) => {
      const cell = team.cells[number]!;
      return {
        skillId: column.id,
        x: column.x,
        y: sizes.cellGap / 2,
        width: column.width,
        height: frame.bands[index]!.height - sizes.cellGap,
        text: serviceCellText(cell),
        sentence: `${team.name}, ${column.name}: ${serviceCellState(cell)}`,
        ...paint(cell),
        marks: [],
      };
    }),
  }));
  return { frame, rows };
}

function widthOfText(cell: ServiceCell): number {
  return textWidth(serviceCellText(cell), sizes.cellTextSize);
}

function paint(cell: ServiceCell): Pick<CellLayout, 'fill' | 'textColour' | 'border'> {
  if (cell.suppressed) return { fill: paper, textColour: ink, border: 'none' };
  if (cell.expected === 0) return { fill: null, textColour: muted, border: 'none' };
  const isPatchy = (cell.expected - cell.assessed) * 3 >= cell.expected;
  if (cell.assessed === 0) return { fill: paper, textColour: ink, border: 'dashed' };
  const share = cell.share ?? cell.met / cell.assessed;
  const fill = shareFill(share);
  const isShort = share < 0.5;
  return { fill, textColour: textOn(fill), border: isShort ? (isPatchy ? 'short-dashed' : 'short') : isPatchy ? 'dashed' : 'none' };
}
