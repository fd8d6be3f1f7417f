import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readTeamTree } from '#app/services/people/read-team-tree.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';

export const handle = { access: { action: 'read-teams', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'read-teams');
  const tree = await readTeamTree(context.db);
  const mayOpen = (teamId: string) =>
    isPermitted(context.viewer, 'read-aggregates', { teamId }) || isPermitted(context.viewer, 'read-people', { teamId });
  return {
    organisationName: context.viewer.organisationName,
    teams: tree.map((node) => ({ ...node, mayOpen: mayOpen(node.id) })),
    mayAddTop: isPermitted(context.viewer, 'write-teams', { teamId: null }),
    mayAddSome: mayBeAnywhere(context.viewer, 'write-teams'),
    mayImport: mayBeAnywhere(context.viewer, 'import-people') || mayBeAnywhere(context.viewer, 'import-assessments'),
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Teams') }];

type Node = Awaited<ReturnType<typeof loader>>['teams'][number];

export default function Teams() {
  const { organisationName, teams, mayAddTop, mayAddSome, mayImport } = useLoaderData<typeof loader>();
  const tops = teams.filter((node) => node.parentId === null);
  return (
    <Page title={`Teams of ${organisationName}`}>
      {teams.length === 0 ? (
        <EmptyState title="No teams yet" action={mayAddTop ? { to: '/teams/new', label: 'Add the first team' } : undefined}>
          <p>Start with the service, then add the teams under it.</p>
        </EmptyState>
      ) : (
        <>
          {(mayAddSome || mayImport) && (
            <p className="mb-step flex flex-wrap gap-snug">
              {mayAddSome && <ButtonLink to="/teams/new">Add a team</ButtonLink>}
              {mayImport && (
                <ButtonLink look="secondary" to="/imports">
                  Bring your spreadsheet
                </ButtonLink>
              )}
            </p>
          )}
          <Branch nodes={tops} all={teams} />
        </>
      )}
    </Page>
  );
}

function Branch({ nodes, all }: { nodes: readonly Node[]; all: readonly Node[] }) {
  return (
    <ul className="grid gap-close">
      {nodes.map((node) => {
        const below = all.filter((other) => other.parentId === node.id);
        return (
          <li key={node.id}>
            {node.mayOpen ? <TextLink to={`/teams/${node.id}`}>{node.name}</TextLink> : node.name}
            {below.length > 0 && (
              <div className="mt-close border-l-2 border-line pl-step">
                <Branch nodes={below} all={all} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
