import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { roleLevelWords } from '#app/domain/framework/role-level-words.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { readTeamPeople } from '#app/services/people/read-team-people.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { teamFrame } from './team-frame.ts';
import { TeamHeader } from './team-header.tsx';

export const handle = { access: { action: 'read-people', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = askedAsOf(request, context);
  const { team, people } = await readTeamPeople(context, params.teamId ?? '', asked.asOf);
  const reach = { teamId: team.id };
  return {
    frame: teamFrame(context.viewer, team, 'people'),
    asked,
    here: people,
    mayAdd: isPermitted(context.viewer, 'write-people', reach),
    mayImport: isPermitted(context.viewer, 'import-people', reach),
    mayEditTeam: isPermitted(context.viewer, 'write-teams', reach),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `People of ${data.frame.name}` : undefined) },
];

type Row = Awaited<ReturnType<typeof loader>>['here'][number];

export default function People() {
  const { frame, here, asked, mayAdd, mayImport, mayEditTeam } = useLoaderData<typeof loader>();
  const add = `/people/new?team=${frame.id}`;
  return (
    <>
      <TeamHeader frame={frame} />
      <Page title={`People of ${frame.name}`} facts={{ date: asked.asOf }}>
        <AsOfForm asked={asked} then="Everybody who stood here on that day is listed, also who has moved or left since; names and grades are those of now." />
        <div className="mb-step flex flex-wrap gap-snug">
          {mayAdd && here.length > 0 && <ButtonLink to={add}>Add a person</ButtonLink>}
          {mayImport && here.length > 0 && (
            <ButtonLink look="secondary" to="/imports">
              Bring your spreadsheet
            </ButtonLink>
          )}
          {mayEditTeam && (
            <>
              <ButtonLink look="secondary" to={`/teams/${frame.id}/edit`}>
                Rename or move this team
              </ButtonLink>
              <ButtonLink look="secondary" to={`/teams/new?parent=${frame.id}`}>
                Add a team under it
              </ButtonLink>
            </>
          )}
        </div>
        {here.length === 0 ? (
          <EmptyState title={asked.asOf === asked.today ? 'Nobody is recorded here yet' : 'Nobody stood here on that day'} action={mayAdd ? { to: add, label: 'Add a person' } : undefined}>
            <p>Add each person with their role level. What is expected of them then shows on the heatmap.</p>
            {mayImport && (
              <p>
                Is there a list already? <TextLink to="/imports">Bring your spreadsheet</TextLink>.
              </p>
            )}
          </EmptyState>
        ) : (
          <PeopleTable rows={here} caption={`${here.length} people, by team and name`} />
        )}
      </Page>
    </>
  );
}

function PeopleTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: 'Name',
          rowHead: true,
          cell: (row) => (
            <span className="block min-w-28 wrap-anywhere">
              <TextLink to={`/people/${row.id}`}>{row.name}</TextLink>
            </span>
          ),
        },
        { key: 'team', head: 'Team', cell: (row) => row.teamName },
        { key: 'role', head: 'Role level', cell: (row) => roleLevelWords(row.roleLevelName, row.seniority) },
        { key: 'grade', head: 'Grade', cell: (row) => row.grade ?? '' },
        { key: 'starts', head: 'Started', cell: (row) => formatDate(row.startsOn) },
        { key: 'leaves', head: 'Leaves', cell: (row) => (row.leavesOn === null ? '' : formatDate(row.leavesOn)) },
      ]}
    />
  );
}
