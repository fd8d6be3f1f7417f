import type { GridVoice } from '#app/domain/assessment/grid/team-grid.ts';

/** The address of a team's grid: whose levels, with the teams under it or not, from which person on. */
export function gridAddress(teamId: string, { voice, below, from }: { voice: GridVoice; below: boolean; from: number }): string {
  return `/teams/${teamId}/assess?voice=${voice}${below ? '&below=yes' : ''}${from > 0 ? `&from=${from}` : ''}`;
}
