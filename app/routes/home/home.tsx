import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayBeAnywhere } from '#app/domain/access/may-be-anywhere.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import type { WaitingPerson } from '#app/domain/capability/waiting-to-agree.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { countOpenReleases } from '#app/services/framework/release/count-open-releases.server.ts';
import { readOwnRounds } from '#app/services/assessments/cycle/read-own-rounds.server.ts';
import { readOpenDisputes } from '#app/services/assessments/moderation/read-open-disputes.server.ts';
import { readHome } from '#app/services/reports/read-home.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { DisputeList } from '#app/routes/cycles/moderation/dispute-list.tsx';
import { OpenReleases } from '#app/routes/framework/release/open-releases.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { HomeTeamGlance } from './home-team-glance.tsx';
import { OwnRounds } from './own-rounds.tsx';
import { tellGlance } from './tell-glance.ts';
import { WaitingPeople } from './waiting-people.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const home = await readHome(context);
  const skillIds = home.teams.flatMap(({ matrix, worstFlags }) => [...(matrix?.skills.map(({ id }) => id) ?? []), ...worstFlags.flatMap(({ skill }) => skill?.id ?? [])]);
  const { version } = await readSkillScales(context, skillIds);
  const mayImport = mayBeAnywhere(context.viewer, 'import-framework');
  const today = todayOf(context);
  return {
    ...home,
    teams: home.teams.map(({ matrix, ...team }) => ({ ...team, glance: matrix && tellGlance(matrix, today) })),
    rounds: await readOwnRounds(context),
    disputes: mayBeAnywhere(context.viewer, 'moderate-levels') ? await readOpenDisputes(context) : [],
    mayReadRounds: mayBeAnywhere(context.viewer, 'read-cycles'),
    name: context.viewer.name,
    organisationName: context.viewer.organisationName,
    today,
    version,
    isModerator: context.viewer.grants.some(({ accessRole }) => accessRole === 'moderator'),
    maySetUp: mayBeAnywhere(context.viewer, 'write-teams'),
    mayImport,
    mayImportPeople: mayBeAnywhere(context.viewer, 'import-people'),
    openReleases: mayImport ? await countOpenReleases(context) : 0,
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Home') }];

export default function HomePage() {
  const home = useLoaderData<typeof loader>();
  const { teams, aggregateTeams, toAgree, isModerator, ownPersonId, hasTeams, organisationName, today, version, maySetUp, mayImport, openReleases, rounds, mayReadRounds, mayImportPeople, disputes } = home;
  return (
    <Page title={organisationName} facts={{ date: today, frameworkVersion: version }}>
      {openReleases > 0 && (
        <p className="mb-step">
          <OpenReleases count={openReleases} />
        </p>
      )}
      <OwnRounds rounds={rounds} mayReadRounds={mayReadRounds} />
      <DisputeList disputes={disputes} />
      {teams.map((team) => (
        <HomeTeamGlance key={team.id} team={team} today={today} version={version ?? 'no framework adopted'} />
      ))}
      {!hasTeams && (
        <EmptyState
          title="Nothing is recorded yet"
          action={maySetUp ? { to: '/teams/new', label: 'Add the first team' } : undefined}
        >
          <p>Start with the service and its teams, then add the people with their role levels, then assess them.</p>
        </EmptyState>
      )}
      {isModerator && <ToAgree people={toAgree} />}
      {aggregateTeams.length > 0 && (
        <Places title="Figures you may see" items={aggregateTeams.map((team) => ({ to: `/teams/${team.id}/heatmap`, label: team.name }))} />
      )}
      {ownPersonId !== null && (
        <Places
          title="You"
          items={[
            { to: `/people/${ownPersonId}`, label: 'Your profile' },
            { to: `/people/${ownPersonId}/assess`, label: 'Assess yourself' },
            { to: `/people/${ownPersonId}/agree`, label: 'Your agreed levels' },
            { to: `/people/${ownPersonId}/evidence`, label: 'Your evidence' },
            { to: `/people/${ownPersonId}/review`, label: 'Your development review' },
          ]}
        />
      )}
      {maySetUp && teams.length === 0 && hasTeams && (
        <Places
          title="Set up"
          items={[
            { to: '/teams', label: 'Teams and people' },
            ...(mayImportPeople ? [{ to: '/imports', label: 'Bring people and levels from a spreadsheet' }] : []),
            ...(mayImport ? [{ to: '/framework/import', label: 'Import a framework' }] : []),
          ]}
        />
      )}
    </Page>
  );
}

/** For a moderator: whose levels wait for them. */
function ToAgree({ people }: { people: readonly WaitingPerson[] }) {
  if (people.length > 0) return <WaitingPeople title="To agree" people={people} />;
  return (
    <EmptyState title="Nothing to agree">
      <p>Nobody whom you moderate has a level that is newer than the agreed one. Search for a name to look at somebody.</p>
    </EmptyState>
  );
}

function Places({ title, items }: { title: string; items: readonly { to: string; label: string }[] }) {
  return (
    <section className="mb-part">
      <h2 className="mb-close text-heading-m font-heading">{title}</h2>
      <ul className="grid gap-close">
        {items.map(({ to, label }) => (
          <li key={to}>
            <TextLink to={to}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
