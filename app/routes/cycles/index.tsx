import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { type ListedCycle, readCycles } from '#app/services/assessments/cycle/read-cycles.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { StateTag } from './state-tag.tsx';

export const handle = { access: { action: 'read-cycles', subject: 'anywhere' } satisfies RouteAccess };

const notices: Record<string, string> = {
  deleted: 'The planned round is deleted. Nothing was asked or said in it.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return { ...(await readCycles(context)), mayScore: isPermitted(context.viewer, 'manage-scoring'), today: todayOf(context), notice: noticeIn(notices, request) };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Rounds') }];

const taking = ({ counts }: ListedCycle) => counts.people - counts.exempt - counts.left;

function leadOf(cycles: readonly ListedCycle[]): string {
  const open = cycles.filter(({ state }) => state === 'open');
  if (open.length === 0) return 'No round is open: nobody is asked for levels.';
  if (open.length > 1) return `${open.length} rounds are open.`;
  const [round] = open;
  return `${round!.name} is open until ${formatDate(round!.closesOn)}: ${round!.counts.done} of ${taking(round!)} people ${round!.counts.done === 1 ? 'is' : 'are'} done.`;
}

export default function Rounds() {
  const { cycles, mayPlan, mayScore, today, notice } = useLoaderData<typeof loader>();
  return (
    <>
      {notice !== null && <Notice>{notice}</Notice>}
      <Page title="Rounds" lead={leadOf(cycles)} facts={{ date: today }}>
        {cycles.length === 0 ? (
          <EmptyState title="No round yet" action={mayPlan ? { to: '/cycles/new', label: 'Plan a round' } : undefined}>
            <p>In a round people say their own levels, their managers say theirs, both are shown side by side, and each level is agreed.</p>
            {!mayPlan && <p>A head of service or an administrator plans and opens one.</p>}
          </EmptyState>
        ) : (
          <>
            {mayPlan && (
              <p className="mb-step">
                <ButtonLink to="/cycles/new">Plan a round</ButtonLink>
              </p>
            )}
            <DataTable
              caption="Rounds"
              note="Open rounds first, then planned and closed ones, newest first. People who sit a round out or have left are not counted."
              stacked
              rows={cycles}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', head: 'Round', rowHead: true, cell: ({ id, name }) => <span className="wrap-anywhere"><TextLink to={`/cycles/${id}`}>{name}</TextLink></span> },
                { key: 'state', head: 'State', cell: ({ state }) => <StateTag state={state} /> },
                { key: 'scope', head: 'For', cell: ({ teamName }) => <span className="wrap-anywhere">{teamName ?? 'Whole organisation'}</span> },
                { key: 'from', head: 'Opens', short: true, cell: ({ opensOn }) => formatDate(opensOn) },
                { key: 'to', head: 'Closes', short: true, cell: ({ closesOn }) => formatDate(closesOn) },
                { key: 'done', head: 'Done', short: true, cell: (round) => (round.state === 'planned' ? 'Not open yet' : `${round.counts.done} of ${taking(round)}`) },
              ]}
            />
          </>
        )}
        {mayScore && (
          <p className="mb-part">
            <TextLink to="/scoring">Departmental scoring</TextLink>: points from the agreed levels of a round, for departments that pay by them. Off until you switch it on.
          </p>
        )}
      </Page>
    </>
  );
}
