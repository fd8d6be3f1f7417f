import type { PictureView } from '#app/domain/capability/picture/picture.ts';
import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import type { Context } from '#app/platform/context.ts';
import { readCellDetail } from '#app/services/capability/picture/read-cell-detail.server.ts';
import { readSkillDetail } from '#app/services/capability/picture/read-skill-detail.server.ts';
import { detailKey } from './detail-key.ts';

interface Shown {
  view: PictureView;
  asOf: string;
  open: NonNullable<PictureState['open']>;
}

export type OpenDetail = Awaited<ReturnType<typeof openDetail>>;

/**
 * What stands open beside a picture: a person's skill, or a skill of a team. In a picture of teams the skill is that of the row's team,
 * in one of rounds the row is the skill. `detail` is null where there is nothing of that name here. Throws 403 where the viewer may
 * not see ratings.
 */
export async function openDetail(context: Context, team: { id: string }, { view, asOf, open }: Shown) {
  const key = detailKey(open, asOf);
  const read = async () => {
    const { rowId, columnId } = open;
    if (rowId !== null && (view === 'people' || view === 'voices')) {
      return { kind: 'cell' as const, cell: await readCellDetail(context, team.id, rowId, columnId, asOf) };
    }
    const ofTeam = view === 'teams' && rowId !== null ? rowId : team.id;
    const skillId = view === 'cycles' && rowId !== null ? rowId : columnId;
    return { kind: 'skill' as const, skill: await readSkillDetail(context, ofTeam, skillId, asOf) };
  };
  return { key, detail: await read().catch(nothingThere) };
}

/** An old or mistyped address still shows its picture. */
function nothingThere(thrown: unknown): null {
  if (thrown instanceof Response && thrown.status === 404) return null;
  throw thrown;
}
