import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readCatalogue } from '#app/services/framework/read-catalogue.server.ts';
import { countOpenReleases } from '#app/services/framework/release/count-open-releases.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { FrameworkSection } from './framework-section.tsx';
import { OpenReleases } from './release/open-releases.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const search = (new URL(request.url).searchParams.get('find') ?? '').trim().slice(0, 100);
  const mayImport = isPermitted(context.viewer, 'import-framework');
  return {
    search,
    frameworks: await readCatalogue(context, search),
    mayImport,
    openReleases: mayImport ? await countOpenReleases(context) : null,
    mayDraft: isPermitted(context.viewer, 'write-job-descriptions'),
  };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Framework') }];

export default function Catalogue() {
  const { search, frameworks, mayDraft, mayImport, openReleases } = useLoaderData<typeof loader>();
  const versions = frameworks.map(({ frameworkName, label }) => `${frameworkName}, ${label}`).join('; ');
  const found = frameworks.filter(({ roles, skills }) => roles.length + skills.length > 0);
  return (
    <Page title="Framework" lead="What each role level is expected to hold, and what the levels of each skill ask." facts={{ frameworkVersion: versions || undefined }}>
      {frameworks.length === 0 ? (
        <EmptyState
          title="No framework yet"
          action={mayImport ? { to: '/framework/import', label: 'Import a framework' } : undefined}
        >
          <p>{mayImport ? 'Import the downloads of a framework first.' : 'An administrator or a head of service has to import one first.'}</p>
        </EmptyState>
      ) : (
        <>
          <ul className="mb-step flex flex-wrap gap-x-step gap-y-close">
            <li>
              <TextLink to="/framework/search">Search in the wording</TextLink>
            </li>
            <li>
              <TextLink to="/framework/compare">Compare role levels</TextLink>
            </li>
            <li>
              <TextLink to="/framework/career">Career paths</TextLink>
            </li>
            <li>
              <TextLink to="/framework/shared-skills">Roles that share skills</TextLink>
            </li>
            {mayDraft && (
              <li>
                <TextLink to="/framework/job-descriptions">Job descriptions</TextLink>
              </li>
            )}
            <li>
              <TextLink to="/framework/versions">Versions and downloads</TextLink>
            </li>
            {mayImport && (
              <li>
                <TextLink to="/framework/releases">Releases</TextLink>
              </li>
            )}
            {mayImport && (
              <li>
                <TextLink to="/framework/own">Own additions</TextLink>
              </li>
            )}
          </ul>
          {openReleases !== null && (
            <p className="mb-step">
              <OpenReleases count={openReleases} /> A new release? <TextLink to="/framework/import">Import it</TextLink>.
            </p>
          )}
          <Form method="get" className="mb-step">
            <TextField name="find" label="Find a role or skill" hint="By a word of its name, or of a role level's" defaultValue={search} width="half" maxLength={100} autoComplete="off" />
            <Button look="secondary">Find</Button>
          </Form>
          {search !== '' && (
            <p className="mb-step">
              {found.length === 0 ? `Nothing has “${search}” in its name.` : `Only what has “${search}” in its name.`}{' '}
              <TextLink to="/framework">Show everything</TextLink>
            </p>
          )}
          {found.map((framework) => (
            <FrameworkSection key={framework.frameworkKey} framework={framework} isSearch={search !== ''} />
          ))}
        </>
      )}
    </Page>
  );
}
