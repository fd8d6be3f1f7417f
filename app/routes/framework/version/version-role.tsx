import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readVersionRole } from '#app/services/framework/version/read-version-role.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { RoleBody } from '#app/routes/framework/role-body.tsx';
import { presentVersion } from './present-version.server.ts';
import { versionLink } from './version-link.ts';
import { VersionNotice } from './version-notice.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { version, ...role } = await readVersionRole(context, params.versionId ?? '', params.roleKey ?? '');
  return { role, version: presentVersion(version) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && `${data.role.name}, ${data.version.label}`) }];

export default function VersionRole() {
  const { role, version } = useLoaderData<typeof loader>();
  const crumbs = [{ label: 'Versions', to: '/framework/versions' }, { label: version.label, to: versionLink(version) }];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, ...crumbs, { label: role.name }]} />
      <Page
        title={role.name}
        lead={[role.familyName, role.roleType].filter(Boolean).join(', ') || undefined}
        facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}
      >
        <VersionNotice version={version} page="roles" itemKey={role.key} />
        <RoleBody role={role} version={version} skillLink={(skillKey) => versionLink(version, 'skills', skillKey)} />
      </Page>
    </>
  );
}
