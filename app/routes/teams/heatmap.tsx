import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { readServiceMatrix } from '#app/services/capability/read-service-matrix.server.ts';
import { readTeamMatrix } from '#app/services/capability/read-team-matrix.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SectionTabs } from '#app/ui/section-tabs.tsx';
import { TeamPicture } from './team-picture.tsx';
import { ServicePicture } from './service-picture.tsx';
import { teamFrame } from './team-frame.ts';
import { TeamHeader } from './team-header.tsx';

export const handle = { access: { action: 'read-aggregates', subject: 'team' } satisfies RouteAccess };

/** A service opens on its teams, a team on its people; who may see both can change between them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const asked = askedAsOf(request, context);
  const { asOf } = asked;
  const service = await readServiceMatrix(context, { teamId, asOf });
  const mayNamePeople = isPermitted(context.viewer, 'read-ratings', { teamId });
  const isService = service.team.children.length > 0;
  const wished = new URL(request.url).searchParams.get('view');
  const view = mayNamePeople && (wished === 'people' || (wished !== 'teams' && !isService)) ? 'people' : 'teams';
  const picture =
    view === 'people'
      ? { of: 'people' as const, matrix: (await readTeamMatrix(context, { teamId, asOf })).matrix }
      : { of: 'teams' as const, matrix: service.matrix, disclosureControlled: service.disclosureControlled };
  return {
    ...(await readSkillScales(context, picture.matrix.skills.map(({ id }) => id))),
    frame: teamFrame(context.viewer, service.team, 'heatmap'),
    asked: { ...asked, asOf: service.asOf },
    views: mayNamePeople && isService ? (['teams', 'people'] as const) : [],
    view,
    picture,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Heatmap of ${data.frame.name}` : undefined) },
];

const viewNames = { teams: 'Teams and skills', people: 'People and skills' };

export default function Heatmap() {
  const { frame, asked, version, scales, views, view, picture } = useLoaderData<typeof loader>();
  const { asOf, today } = asked;
  const about = { teamId: frame.id, name: frame.name, date: formatDate(asOf), frameworkVersion: version ?? 'no framework adopted' };
  return (
    <>
      <TeamHeader frame={frame} />
      <Page title={`Where ${frame.name} stands`}>
        {views.length > 0 && (
          <SectionTabs
            label="What to compare"
            items={views.map((one) => ({
              to: `/teams/${frame.id}/heatmap?view=${one}${asOf === today ? '' : `&asOf=${asOf}`}`,
              label: viewNames[one],
              current: one === view,
            }))}
          />
        )}
        {!(picture.of === 'teams' && picture.disclosureControlled) && (
          <AsOfForm asked={asked} keep={views.length > 0 ? { view } : {}} />
        )}
        {picture.of === 'people' ? (
          <TeamPicture {...about} matrix={picture.matrix} scales={scales} />
        ) : (
          <ServicePicture {...about} matrix={picture.matrix} disclosureControlled={picture.disclosureControlled} />
        )}
      </Page>
    </>
  );
}
