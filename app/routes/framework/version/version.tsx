import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readVersionContents } from '#app/services/framework/version/read-version-contents.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { presentVersion } from './present-version.server.ts';
import { VersionDownloads } from './version-downloads.tsx';
import { versionLink } from './version-link.ts';
import { VersionState } from './version-state.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { version, ...contents } = await readVersionContents(context, params.versionId ?? '');
  return { ...contents, version: presentVersion(version) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data && `${data.version.frameworkName}, ${data.version.label}`) }];

export default function Version() {
  const { version, roles, skills } = useLoaderData<typeof loader>();
  const { frameworkName, label, kind, publishedOn, scale } = version;
  const own = (isOwn: boolean) => (isOwn ? <span className="block text-note font-regular text-muted">Added by your organisation</span> : null);
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Versions', to: '/framework/versions' }, { label }]} />
      <Page title={label} lead={frameworkName}>
        <div className="mb-step">
          <VersionState version={version} />
          <p className="mt-close max-w-prose">
            Published here on {publishedOn}. Levels: {scale.map(({ ordinal, name }) => `${ordinal} ${name}`).join(', ')}. This address shows this version for good.
          </p>
        </div>
        <VersionDownloads version={version} kind={kind} />
        <DataTable
          caption={`${roles.length} roles`}
          note="By name; role levels from the most junior."
          stacked
          columns={[
            { key: 'role', head: 'Role', rowHead: true, cell: ({ key, name, isOwn }) => (<><TextLink to={versionLink(version, 'roles', key)}>{name}</TextLink>{own(isOwn)}</>) },
            { key: 'family', head: 'Role family', cell: ({ familyName }) => familyName ?? '–' },
            { key: 'levels', head: 'Role levels', cell: ({ roleLevels }) => roleLevels.join(', ') || 'none in use' },
          ]}
          rows={roles}
          rowKey={({ key }) => key}
        />
        <section className="mb-part">
          <h2 className="mb-snug text-heading-m font-heading">{skills.length} skills</h2>
          <ul className="gap-x-part sm:columns-2 lg:columns-3">
            {skills.map(({ key, name, isOwn }) => (
              <li key={key} className="mb-close break-inside-avoid">
                <TextLink to={versionLink(version, 'skills', key)}>{name}</TextLink>
                {own(isOwn)}
              </li>
            ))}
          </ul>
        </section>
      </Page>
    </>
  );
}
