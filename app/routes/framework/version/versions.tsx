import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readVersions } from '#app/services/framework/version/read-versions.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { presentVersion } from './present-version.server.ts';
import { VersionTable } from './version-table.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const mayImport = isPermitted(context.viewer, 'import-framework');
  const frameworks = (await readVersions(context)).map(({ versions, ...framework }) => ({
    ...framework,
    // Releases are for those who decide on them.
    versions: versions.map(({ releaseId, ...version }) => ({ ...presentVersion(version), releaseId: mayImport ? releaseId : null })),
  }));
  return { frameworks, mayImport };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Framework versions') }];

export default function Versions() {
  const { frameworks, mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Versions' }]} />
      <Page title="Framework versions" lead="A published version never changes. Each assessment keeps the version and wording under which it was made.">
        {frameworks.length === 0 && (
          <EmptyState title="No version yet" action={mayImport ? { to: '/framework/import', label: 'Import a framework' } : undefined}>
            <p>{mayImport ? 'Import the downloads of a framework first.' : 'An administrator or a head of service has to import one first.'}</p>
          </EmptyState>
        )}
        {frameworks.map((framework) => (
          <VersionTable key={framework.frameworkKey} framework={framework} />
        ))}
      </Page>
    </>
  );
}
