import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readCycle } from '#app/services/assessments/cycle/read-cycle.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { cycleFrame } from './cycle-frame.ts';
import { CycleHeader } from './cycle-header.tsx';
import { CycleSettings } from './cycle-settings.tsx';
import { MissingLists } from './missing-lists.tsx';
import { NameLines } from './name-lines.tsx';
import { ProgressTable } from './progress-table.tsx';
import { WaitingLists } from './waiting-lists.tsx';

export const handle = { access: { action: 'read-cycles', subject: 'team' } satisfies RouteAccess };

const notices: Record<string, string> = {
  planned: 'The round is planned. Nobody is asked anything before you open it.',
  changed: 'The round is changed.',
  opened: 'The round is open. Everybody in it is asked from now on.',
  closed: 'The round is closed. What was handed in is on record.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { cycle, people, ...progress } = await readCycle(context, params.cycleId ?? '');
  const named = (kind: 'exempt' | 'left') => people.filter(({ standing }) => standing.kind === kind).map(({ id, name, teamName }) => ({ id, name, teamName }));
  return {
    ...progress,
    frame: cycleFrame(context.viewer, cycle, ''),
    cycle: { ...cycle, closedOn: cycle.closedAt && todayOf({ now: cycle.closedAt }) },
    exempt: named('exempt'),
    left: named('left'),
    viewerUserId: context.viewer.userId,
    today: todayOf(context),
    notice: noticeIn(notices, request),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found?.frame.name) }];

function nothingMissing(isPart: boolean): string {
  return isPart ? 'Nothing was missing of the people whom you may see.' : 'Nothing was missing: everybody whom the round asked was done.';
}

export default function Round() {
  const { frame, cycle, teamName, sentence, counts, teams, waits, missing, exempt, left, isPart, mayRun, mayManageAccess, viewerUserId, today, notice } = useLoaderData<typeof loader>();
  return (
    <>
      <CycleHeader frame={frame} />
      {notice !== null && <Notice>{notice}</Notice>}
      <Page title={frame.name} lead={sentence} facts={{ date: today, ...(isPart ? { notCounted: 'people of teams that are not yours to see' } : {}) }}>
        {mayRun && cycle.state === 'planned' && (
          <p className="mb-step">
            <ButtonLink to={`/cycles/${frame.id}/open`}>Open the round</ButtonLink>
          </p>
        )}
        {cycle.state !== 'planned' && counts.people === 0 && (
          <EmptyState title="Nobody takes part">
            <p>Nobody stood in the teams of this round. Whoever comes into them while it is open joins.</p>
          </EmptyState>
        )}
        {cycle.state !== 'planned' && counts.people > 0 && (
          <>
            <ProgressTable teams={teams} total={counts} cycle={cycle} />
            <WaitingLists cycleId={frame.id} waits={waits} viewerUserId={viewerUserId} mayManageAccess={mayManageAccess} />
            {missing !== null && (
              <section className="mb-part">
                <h2 className="mb-close text-heading-m font-heading">Missing when it closed</h2>
                {Object.values(missing).some((people) => people.length > 0) ? <MissingLists missing={missing} isPart /> : <p>{nothingMissing(isPart)}</p>}
              </section>
            )}
            {exempt.length > 0 && (
              <section className="mb-part">
                <h2 className="mb-close text-heading-m font-heading">Sit the round out ({exempt.length})</h2>
                <NameLines people={exempt} />
              </section>
            )}
            {left.length > 0 && (
              <section className="mb-part">
                <h2 className="mb-close text-heading-m font-heading">Have left ({left.length})</h2>
                <p className="mb-close text-muted">Nobody waits for them any more.</p>
                <NameLines people={left} />
              </section>
            )}
          </>
        )}
        <CycleSettings cycle={cycle} teamName={teamName} />
      </Page>
    </>
  );
}
