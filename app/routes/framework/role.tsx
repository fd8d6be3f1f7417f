import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readRole } from '#app/services/framework/read-role.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { FormerNames } from './former-names.tsx';
import { frameworkLink } from './framework-link.ts';
import { GoneNotice } from './gone-notice.tsx';
import { RoleBody } from './role-body.tsx';
import { RoleWaysOn } from './role-ways-on.tsx';
import { versionLink } from './version/version-link.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const role = await readRole(context, params.roleKey ?? '', new URL(request.url).searchParams.get('framework'));
  return { ...role, mayDraft: isPermitted(context.viewer, 'write-job-descriptions') };
}

export const meta: MetaFunction<typeof loader> = ({ data: role }) => [{ title: pageTitle(role?.name) }];

export default function Role() {
  const role = useLoaderData<typeof loader>();
  const { version, key, name, familyName, roleType, roleLevels, gone, formerNames, formerLevelNames, mayDraft } = role;
  const levelNames = formerLevelNames.map(({ partId, ...former }) => ({ ...former, of: roleLevels.find(({ id }) => id === partId)?.name }));
  const skillLink = (skillKey: string) => (gone ? versionLink(version, 'skills', skillKey) : frameworkLink(version, 'skills', skillKey));
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: name }]} />
      <Page
        title={name}
        lead={[familyName, roleType].filter(Boolean).join(', ') || undefined}
        facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}
      >
        {gone && <GoneNotice what="role" since={gone.since} version={version} />}
        <FormerNames names={[...formerNames, ...levelNames]} />
        <RoleBody role={role} version={version} skillLink={skillLink}>
          {!gone && <RoleWaysOn version={version} roleKey={key} roleLevels={roleLevels} mayDraft={mayDraft} />}
        </RoleBody>
        <p className="mb-step">
          <TextLink to={versionLink(version, 'roles', key)}>{`The role as it stands in ${version.label}, for good`}</TextLink>
        </p>
      </Page>
    </>
  );
}
