import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { describePicture } from '#app/domain/capability/picture/words/describe-picture.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { mostDrawnCells, type Picture } from '#app/domain/capability/picture/picture.ts';
import { takeRows } from '#app/domain/capability/picture/take-rows.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { teamFrame } from '#app/routes/teams/team-frame.ts';
import { openDetail } from '#app/routes/teams/heatmap/panel/open-detail.server.ts';
import { pageRows } from './page-rows.ts';

/** Small pictures of teams have less markup a cell than the large one. */
const mostMultipleCells = 15_000;

export type HeatmapPage = Awaited<ReturnType<typeof readHeatmapPage>>;

/** Everything that the page of a heatmap shows. Throws 404 for an unknown team, 403 where the viewer may not see its figures. */
export async function readHeatmapPage(context: Context, teamId: string, search: URLSearchParams) {
  const asked = parsePictureState(search);
  const answer = await readPicture(context, teamId, asked);
  const { team, state: shown, picture, totals, choices, problem } = answer;
  const mayNamePeople = isPermitted(context.viewer, 'read-ratings', { teamId });
  const skills = picture.view === 'cycles' ? picture.rows : picture.columns;
  const { version, scales } = await readSkillScales(context, skills.map(({ id }) => id));
  const about = { picture, state: shown, heldLevel: shown.heldLevel ?? 1, names: choices, totals, totalRows: picture.rows.length, frameworkVersion: version ?? 'no framework adopted', joined: answer.joined, left: answer.left };
  const cells = picture.rows.length * picture.columns.length;
  const isMultiple = shown.multiples && picture.view === 'people' && picture.groups.length > 1 && cells <= mostMultipleCells;
  const isLarge = cells > mostDrawnCells && !isMultiple;
  const from = isLarge ? firstRow(asked.from, picture.rows.length) : 0;
  const detail = mayNamePeople && asked.open !== null ? await openDetail(context, team, { ...shown, open: asked.open }) : null;
  return {
    frame: teamFrame(context.viewer, team, 'heatmap'),
    team: { id: team.id, name: team.name, isService: team.children.length > 0 },
    today: todayOf(context),
    mayNamePeople,
    shown,
    problem,
    choices,
    words: Object.fromEntries(choices.metrics.map((metric) => [metric, describePicture({ ...about, state: { ...shown, metric } })])),
    scales,
    highestLevel: Math.max(0, ...scales.versions.map(({ scale }) => scale.length)),
    picture: isLarge ? pageOf(picture, from) : picture,
    isLarge,
    isMultiple,
    from,
    total: picture.rows.length,
    detail,
  };
}

/** The first row of the page that a row stands on; the last page where there is no such row. */
function firstRow(asked: number, rows: number): number {
  return Math.floor(Math.min(asked, rows - 1) / pageRows) * pageRows;
}

function pageOf(picture: Picture, from: number): Picture {
  const count = Math.min(pageRows, picture.rows.length - from);
  return takeRows(picture, Array.from({ length: count }, (_, at) => from + at));
}
