import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readVersionSkill } from '#app/services/framework/version/read-version-skill.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SkillBody } from '#app/routes/framework/skill-body.tsx';
import { presentVersion } from './present-version.server.ts';
import { versionLink } from './version-link.ts';
import { VersionNotice } from './version-notice.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { version, ...skill } = await readVersionSkill(context, params.versionId ?? '', params.skillKey ?? '');
  return { skill, version: presentVersion(version) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && `${data.skill.name}, ${data.version.label}`) }];

export default function VersionSkill() {
  const { skill, version } = useLoaderData<typeof loader>();
  const crumbs = [{ label: 'Versions', to: '/framework/versions' }, { label: version.label, to: versionLink(version) }];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, ...crumbs, { label: skill.name }]} />
      <Page title={skill.name} facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}>
        <VersionNotice version={version} page="skills" itemKey={skill.key} />
        <SkillBody skill={skill} version={version} roleLink={(roleKey) => versionLink(version, 'roles', roleKey)} />
      </Page>
    </>
  );
}
