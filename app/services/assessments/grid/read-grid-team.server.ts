import type { GridVoice } from '#app/domain/assessment/grid/team-grid.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { voiceActions } from '#app/services/assessments/answer/voice-actions.ts';
import { readTeam, type TeamPlace } from '#app/services/people/read-team.server.ts';

/** The team whose grid is asked for. Throws 404 for an unknown team, 403 where the viewer may not speak as this voice there. */
export async function readGridTeam(context: Context, teamId: string, voice: GridVoice): Promise<TeamPlace> {
  const team = await readTeam(context, teamId);
  authorise(context, voiceActions[voice], { teamId });
  return team;
}
