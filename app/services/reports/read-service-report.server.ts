import { type ServiceReport, serviceReport } from '#app/domain/planning/service-report.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import type { TeamPlace } from '#app/services/people/read-team.server.ts';

export interface ServiceReportAnswer {
  team: TeamPlace;
  report: ServiceReport;
  people: number;
}

/**
 * The workforce planning report of a team and the teams under it, as of an ISO date (default: today):
 * the same numbers as the flags page, because they come from the same facts. Throws 404 for an unknown
 * team, 403 where the viewer may not read its report.
 */
export async function readServiceReport(
  context: Context,
  input: { teamId: string; asOf?: string },
): Promise<ServiceReportAnswer> {
  const { team, facts } = await readFlags(context, { ...input, page: 'report' });
  authorise(context, 'read-report', { teamId: input.teamId });
  return { team, report: serviceReport(facts), people: facts.subjects.length };
}
