import type { MatrixCell, MatrixPerson, TeamMatrix } from '#app/domain/capability/cell.ts';
import { leavingWords } from '#app/domain/capability/leaving-words.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { scaleOfSkill, type SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { gapFill, ink, muted, paper, textOn } from '#app/charts/colour.ts';
import { layoutFrame, type FrameLayout } from './layout-frame.ts';
import { heatmapSizes as sizes } from './heatmap-sizes.ts';
import { markPath, type MarkPath } from './mark-path.ts';
import { personCellSentence } from './person-cell-sentence.ts';
import { personCellText } from './person-cell-text.ts';

/** One cell, ready to draw. Lengths in pixels, y from the top of its row. */
export interface CellLayout {
  skillId: string;
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
  /** The whole meaning in words. */
  sentence: string;
  /** Null leaves the page's colour. */
  fill: string | null;
  textColour: string;
  /** A short cell is outlined, an unassessed one dashed; other cells have no border. */
  border: 'none' | 'short' | 'dashed' | 'short-dashed';
  marks: MarkPath[];
}

export interface PeopleHeatmapLayout {
  frame: FrameLayout;
  /** In the order of the people. */
  rows: { personId: string; cells: CellLayout[] }[];
}

/**
 * The geometry and the words of a heatmap of people x skills: fill by gap, a dark outline on every shortfall, a
 * dashed border where nobody has assessed, no fill where nothing is expected. `scales` name the levels;
 * `availableWidth` is the width in pixels that the picture may fill.
 */
export function layoutPeopleHeatmap(
  matrix: TeamMatrix,
  { scales, availableWidth }: { scales: SkillScales; availableWidth?: number },
): PeopleHeatmapLayout {
  const frame = layoutFrame(
    matrix.skills,
    matrix.people.map((person) => ({
      id: person.id,
      name: person.name,
      note: noteOf(person),
      group: { id: person.teamId, name: person.teamName },
    })),
    { narrowestCell: 36, cornerNote: 'Agreed / expected level', ...(availableWidth && { availableWidth }) },
  );
  const heights = new Map(frame.bands.map((band) => [band.rowIndex, band.height]));
  const rows = matrix.people.map((person, index) => ({
    personId: person.id,
    cells: frame.columns.map((column, number) => {
      const cell = person.cells[number]!;
      const box = { x: column.x, y: sizes.cellGap / 2, width: column.width, height: heights.get(index)! - sizes.cellGap };
      const painted = paint(cell);
      const inset = painted.border === 'none' ? 1.5 : 3;
      return {
        skillId: column.id,
        ...box,
        text: personCellText(cell),
        sentence: personCellSentence(person.name, column.name, cell, scaleOfSkill(scales, column.id)),
        ...painted,
        marks: cell.marks.map((mark) => markPath(mark, box, inset)).filter((mark) => mark !== null),
      };
    }),
  }));
  return { frame, rows };
}

function noteOf(person: MatrixPerson): string {
  const roleLevel = roleLevelWords(person.roleLevelName, person.seniority);
  return person.leavesOn === null ? roleLevel : `${roleLevel}, ${leavingWords(person.leavesOn)}`;
}

function paint(cell: MatrixCell): Pick<CellLayout, 'fill' | 'textColour' | 'border'> {
  if (cell.state === 'not-expected') return { fill: null, textColour: muted, border: 'none' };
  if (cell.gap === null) return { fill: paper, textColour: ink, border: cell.state === 'not-assessed' ? 'dashed' : 'none' };
  const fill = gapFill(cell.gap);
  return { fill, textColour: textOn(fill), border: cell.gap < 0 ? 'short' : 'none' };
}
