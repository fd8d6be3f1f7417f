import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { describePicture } from '#app/domain/capability/picture/words/describe-picture.ts';
import { parsePictureState } from '#app/domain/capability/picture/parse-picture-state.ts';
import { mostDrawnCells } from '#app/domain/capability/picture/picture.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { readPicture } from '#app/services/capability/picture/read-picture.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { teamFrame } from '#app/routes/teams/team-frame.ts';
import { openDetail } from '#app/routes/teams/heatmap/panel/open-detail.server.ts';
import { pageRows } from './page-rows.ts';
import { tellPage } from './tell-page.ts';

/** Small pictures of teams have less markup a cell than the large one. */
const mostMultipleCells = 15_000;

export type HeatmapPage = Awaited<ReturnType<typeof readHeatmapPage>>;

/** Everything that the page of a heatmap shows. Throws 404 for an unknown team, 403 where the viewer may not see its figures. */
export async function readHeatmapPage(context: Context, teamId: string, search: URLSearchParams) {
  const asked = parsePictureState(search);
  const wholeUpTo = asked.multiples ? mostMultipleCells : mostDrawnCells;
  const answer = await readPicture(context, teamId, asked, { rows: { from: asked.from, count: pageRows, wholeUpTo } });
  const { team, state: shown, picture, totals, choices, problem, window } = answer;
  const mayNamePeople = isPermitted(context.viewer, 'read-ratings', { teamId });
  const skills = picture.view === 'cycles' ? picture.rows : picture.columns;
  const { version, scales } = await readSkillScales(context, skills.map(({ id }) => id));
  const about = { picture, state: shown, heldLevel: shown.heldLevel ?? 1, names: choices, totals, totalRows: window.total, frameworkVersion: version ?? 'no framework adopted', joined: answer.joined, left: answer.left };
  const cells = window.total * picture.columns.length;
  const isMultiple = shown.multiples && picture.view === 'people' && picture.groups.length > 1 && cells <= mostMultipleCells;
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
    ...tellPage(picture, { metrics: choices.metrics, scales, isSide: shown.compare === 'side', isMultiple }),
    /** Drawn on a canvas where there are scripts; what is here is the server's page of it. */
    isLarge: picture.rows.length < window.total,
    from: window.from,
    total: window.total,
    detail,
  };
}
