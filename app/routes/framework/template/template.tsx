import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { templateLimits } from '#app/domain/framework/template/template-limits.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { TemplateTables } from './template-tables.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'read-framework');
  return { mayImport: isPermitted(context.viewer, 'import-framework') };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Template for a framework of your own') }];

export default function Template() {
  const { mayImport } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Template' }]} />
      <Page title="Template for a framework of your own" lead="Four tables hold a whole framework. Fill them in with a spreadsheet program and import them.">
        <h2 className="mb-snug text-heading-m font-heading">Download it</h2>
        <ul className="mb-part grid list-disc gap-hair pl-step">
          <li>
            <TextLink to="/framework/template/xlsx" reloadDocument>One workbook for Excel and others (XLSX)</TextLink>
          </li>
          <li>
            <TextLink to="/framework/template/ods" reloadDocument>One workbook for LibreOffice and others (ODS)</TextLink>
          </li>
          <li>
            Four files (CSV): <TextLink to="/framework/template/scale.csv" reloadDocument>scale</TextLink>, <TextLink to="/framework/template/roles.csv" reloadDocument>roles</TextLink>,{' '}
            <TextLink to="/framework/template/skills.csv" reloadDocument>skills</TextLink> and <TextLink to="/framework/template/expectations.csv" reloadDocument>expectations</TextLink>
          </li>
        </ul>
        <h2 className="mb-snug text-heading-m font-heading">Fill it in</h2>
        <ol className="mb-part grid max-w-prose list-decimal gap-close pl-step">
          <li>Replace the example rows by your own. Leave the first row of each table as it is: the columns are known by their names, in any order.</li>
          <li>Write each name the same wherever it stands. Letter case and spaces do not count.</li>
          <li>Give every row its role or skill again, and merge no cells.</li>
          <li>Hand over all four tables together. If anything is wrong, nothing is stored, and you are told the table, the row and what to do.</li>
          <li>To change the framework later, import the whole of it again under the same name: you see what changes before it is put to use.</li>
        </ol>
        <h2 className="mb-snug text-heading-m font-heading">The tables</h2>
        <TemplateTables steps={templateLimits.steps} />
        {mayImport && (
          <p>
            <TextLink to="/framework/import">Import your framework</TextLink>
          </p>
        )}
      </Page>
    </>
  );
}
