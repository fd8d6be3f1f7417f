import type { MatrixSkill } from '#app/domain/capability/cell.ts';
import { peopleWords } from '#app/domain/capability/picture/words/people-words.ts';
import { pictureCounts } from './picture-counts.ts';
import type { Picture } from '#app/domain/capability/picture/picture.ts';
import type { CellCount } from './sum-counts.ts';

/** A team under the service, or the service itself, with all that is counted in its row. */
export interface TeamRow {
  id: string;
  name: string;
  people: number;
}

export interface TeamsPicture {
  /** ISO date. */
  asOf: string;
  /** In the order in which they are shown. */
  teams: readonly TeamRow[];
  skills: readonly MatrixSkill[];
  /** By the id of the row's team. */
  counts: readonly CellCount[];
  earlier?: { asOf: string; counts: readonly CellCount[] } | null;
}

/** The picture of teams x skills: who meets what is expected, of those assessed, a row for each team. */
export function pictureTeams({ asOf, teams, skills, counts, earlier = null }: TeamsPicture): Picture {
  return pictureCounts({
    view: 'teams',
    asOf,
    rows: teams.map(({ id, name, people }) => ({ id, name, note: peopleWords(people), group: null })),
    skills,
    counts,
    earlier,
    people: teams.reduce((sum, team) => sum + team.people, 0),
  });
}
