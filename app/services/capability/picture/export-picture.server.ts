import type { PictureState } from '#app/domain/capability/picture/picture-state.ts';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { requireTurn } from '#app/platform/throttle/require-turn.server.ts';
import { within } from '#app/platform/within.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import { type PictureAnswer, readPicture } from './read-picture.server.ts';

export interface ExportedPicture {
  answer: PictureAnswer;
  scales: SkillScales;
  /** The adopted framework versions that the skills are of, as people read them; null where none is adopted. */
  frameworkVersion: string | null;
  /** Whether one of them is the official framework, whose licence asks to be named. */
  isOfficial: boolean;
}

/**
 * The whole picture that a state asks for, to be taken away as a file of this format, with what the file must say about its source. The
 * look and the download are recorded in the transaction that reads: what cannot be recorded is not handed out. Throws 404 and 403 as
 * reading the picture does, 429 after too many downloads.
 */
export async function exportPicture(context: Context, teamId: string, state: PictureState, format: string): Promise<ExportedPicture> {
  const team = await readTeam(context, teamId);
  authorise(context, 'read-aggregates', { teamId: team.id });
  const { organisationId, userId, name } = context.viewer;
  await requireTurn('export', { user: userId ?? `${organisationId}/${name}` });
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const answer = await readPicture(inside, team.id, state);
    const { picture } = answer;
    const { view, metric, asOf, before } = answer.state;
    const { version, scales } = await readSkillScales(inside, skillIdsOf(picture));
    const adopted = await readAdoptedVersions(inside);
    const used = new Set(scales.versions.map((one) => one.name));
    await recordAudit(tx, context, {
      action: 'export.picture',
      subjectKind: 'team',
      subjectId: team.id,
      detail: { format, view, metric, asOf, before, rows: picture.rows.length, columns: picture.columns.length, hidden: picture.hidden.rows },
    });
    return {
      answer,
      scales,
      frameworkVersion: version ?? null,
      isOfficial: adopted.some((one) => one.kind === 'gdad' && used.has(`${one.frameworkName}, ${one.label}`)),
    };
  });
}

/** Over rounds the skills stand in the rows. */
function skillIdsOf({ view, rows, columns }: PictureAnswer['picture']): string[] {
  return (view === 'cycles' ? rows : columns).map(({ id }) => id);
}
