import { marginsOf } from '#app/domain/capability/picture/margins-of.ts';
import type { Picture, PictureMetric } from '#app/domain/capability/picture/picture.ts';
import { Markup } from '#app/charts/heatmap/markup.tsx';
import { drawMultiple } from './draw-multiple.ts';
import { mostSmallCells, multipleSizes } from './multiple-sizes.ts';
import { splitByGroup, type GroupPicture } from './split-by-group.ts';

interface SmallMultiplesProps {
  /** People by team: its groups are the teams. */
  picture: Picture;
  metric: PictureMetric;
  heldLevel: number;
  /** Where the large picture of a team is. */
  groupHref: (groupId: string) => string;
}

/**
 * One small picture a team, all with the same columns in the same order and by the same scale, so that they can be compared. Each stands
 * under the team's name, which leads to its large picture, and its counts. Teams beyond what can be drawn are named with their counts alone.
 */
export function SmallMultiples({ picture, metric, heldLevel, groupHref }: SmallMultiplesProps) {
  const teams = splitByGroup(picture);
  const { columns } = picture;
  const cells = cellsUpTo(teams, columns.length);
  const isDrawn = (place: number) => cells[place]! <= mostSmallCells;
  return (
    <>
      <SmallKey />
      <ul className="flex flex-wrap items-start gap-x-part gap-y-step">
        {teams.map((team, place) => {
          const words = countsOf(team);
          return (
            <li key={team.id} className="w-72 max-w-full break-inside-avoid">
              <h3 className="text-dense font-strong">
                <a href={groupHref(team.id)}>{team.name}</a>
              </h3>
              <p className="mb-close text-note text-muted">{words}</p>
              {isDrawn(place) && (
                <Markup className="leading-none" markup={drawMultiple(team.picture, metric, { heldLevel, label: `${team.name}: ${words}` })} />
              )}
            </li>
          );
        })}
      </ul>
      {teams.length > 0 && !isDrawn(teams.length - 1) && <p className="my-snug text-dense">There are too many people to draw every team small. Choose single teams or skills with the filter.</p>}
      <details className="my-step text-dense">
        <summary className="text-link underline underline-offset-4 hover:text-link-hover">
          The {columns.length} {columns.length === 1 ? 'column' : 'columns'} of each picture
        </summary>
        {columns.length > multipleSizes.columns && (
          <p className="my-close">
            Skills 1 to {multipleSizes.columns} stand in the first strip of a picture, the others below it in strips of the same length.
          </p>
        )}
        <ol className="my-close list-decimal pl-part">
          {columns.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

/** How many cells the pictures have up to each team, with its own. */
function cellsUpTo(teams: readonly GroupPicture[], columns: number): number[] {
  let cells = 0;
  return teams.map(({ picture }) => (cells += picture.rows.length * columns));
}

/** "12 people: 210 met, 34 short, 56 not assessed". */
function countsOf({ picture }: GroupPicture): string {
  const sum = marginsOf(picture).rows.reduce((all, { met, short, open }) => ({ met: all.met + met, short: all.short + short, open: all.open + open }), { met: 0, short: 0, open: 0 });
  const people = picture.rows.length;
  return `${people} ${people === 1 ? 'person' : 'people'}: ${sum.met} met, ${sum.short} short, ${sum.open} not assessed`;
}

/** What the shapes mean, since there is no room for figures. */
function SmallKey() {
  return (
    <p className="mb-snug text-note">
      One square a skill, one line a person. Dark outline: short of what is expected. Stroke: not assessed. Dot: not expected. Ring: not observed. Tick upwards:
      above what is expected. Cross: not here on this day. Plain: meets. The large picture of a team has the figures.
    </p>
  );
}
