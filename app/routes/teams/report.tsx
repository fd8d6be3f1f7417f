import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { describeFlag } from '#app/domain/capability/describe-flag.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readServiceReport } from '#app/services/reports/read-service-report.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SeverityTag } from '#app/ui/tag.tsx';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { Completeness } from './completeness.tsx';
import { ReportTables } from './report-tables.tsx';
import { teamFrame } from './team-frame.ts';
import { TeamHeader } from './team-header.tsx';

export const handle = { access: { action: 'read-report', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = askedAsOf(request, context);
  const { team, report, people } = await readServiceReport(context, {
    teamId: params.teamId ?? '',
    asOf: asked.asOf,
  });
  return {
    frame: teamFrame(context.viewer, team, 'report'),
    organisationName: context.viewer.organisationName,
    report,
    people,
    asked,
    ...(await readSkillScales(context, [...report.coverage.map(({ rule }) => rule.skillId), ...report.shortfalls.map(({ skillId }) => skillId)])),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Workforce report of ${data.frame.name}` : undefined) },
];

export default function Report() {
  const { frame, organisationName, report, people, asked, version, scales } = useLoaderData<typeof loader>();
  const { completeness } = report;
  const open = completeness.expected - completeness.agreed;
  return (
    <div className="print-portrait report">
      <TeamHeader frame={frame} />
      <Page
        title={`${frame.name}: workforce planning report`}
        lead={
          people === 0
            ? undefined
            : `${people} people meet ${completeness.met} of the ${completeness.agreed} expected skill levels that are agreed.`
        }
        facts={{
          date: report.asOf,
          frameworkVersion: version,
          notCounted: open === 0 ? undefined : `${open} of ${completeness.expected} expected skill levels are not agreed`,
        }}
      >
        <AsOfForm asked={asked} then="Levels and people are as they stood on that day, set against the framework version and the coverage rules of now." />
        {people === 0 ? (
          <EmptyState title="Nobody is recorded here on this date" action={{ to: `/teams/${frame.id}/people`, label: 'Go to people' }}>
            <p>The report speaks when people are recorded with their role levels and assessed.</p>
          </EmptyState>
        ) : (
          <>
            <section aria-labelledby="risks" className="mb-step">
              <h2 id="risks" className="mb-close text-heading-m font-heading">
                The three worst risks
              </h2>
              {report.worstFlags.length === 0 && <p>Nothing asks for action on this date.</p>}
              <ol className="grid gap-close">
                {report.worstFlags.map((flag) => (
                  <li key={`${flag.kind} ${flag.team.id} ${flag.skill?.id}`} className="flex flex-wrap items-baseline gap-x-close">
                    <SeverityTag severity={flag.severity} />
                    <span className="min-w-0 flex-1 basis-60">{describeFlag(flag)}</span>
                  </li>
                ))}
              </ol>
            </section>
            <ReportTables report={report} scales={scales} />
            <Completeness totals={completeness} />
            <p className="text-note text-muted">
              {organisationName}, {formatDate(report.asOf)}. Names, expected levels and role levels come from{' '}
              {version ?? 'the framework'}. Names people: for the line only.
            </p>
          </>
        )}
      </Page>
    </div>
  );
}
