import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import type { RangeComparison } from '#app/domain/framework/career/compare-ranges.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { frameworkLink } from '#app/routes/framework/framework-link.ts';
import { readComparison } from '#app/services/framework/career/read-comparison.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { careerLink } from './career-link.ts';
import { FrameworkField } from './framework-field.tsx';
import { RangeCell } from './range-cell.tsx';
import { sumUpComparison } from './sum-up-comparison.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = new URL(request.url).searchParams;
  return { comparison: await readComparison(context, { one: asked.get('one'), other: asked.get('other'), frameworkKey: asked.get('framework') }), picked: { one: asked.get('one') ?? '', other: asked.get('other') ?? '' } };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Compare role levels') }];

const differences: Record<RangeComparison['difference'], string> = {
  same: 'the same',
  higher: 'more is expected',
  lower: 'less is expected',
  overlap: 'partly the same',
  'only-one': 'no longer expected',
  'only-other': 'new',
};

export default function Compare() {
  const { comparison, picked } = useLoaderData<typeof loader>();
  const crumbs = <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Compare' }]} />;
  if (comparison === null) {
    return (
      <>
        {crumbs}
        <Page title="Compare role levels">
          <EmptyState title="No framework yet" action={{ to: '/framework', label: 'Go to the framework' }}>
            <p>There is nothing to compare until a framework is adopted.</p>
          </EmptyState>
        </Page>
      </>
    );
  }
  const { version, options, chosen } = comparison;
  const select = (name: 'one' | 'other', label: string) => (
    // The choice follows the address, also when one goes back.
    <SelectField key={picked[name]} name={name} label={label} prompt="Choose a role or role level" options={options} defaultValue={picked[name]} />
  );
  return (
    <>
      {crumbs}
      <Page
        title={chosen ? `${chosen.one.name} and ${chosen.other.name}` : 'Compare role levels'}
        lead={chosen ? sumUpComparison(chosen.skills.map(({ difference }) => difference)) : 'Choose two role levels, or two roles as a whole.'}
        facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}
      >
        <Form method="get" className="mb-step">
          <FrameworkField version={version} />
          {select('one', 'From')}
          {select('other', 'To')}
          <Button look="secondary">Compare</Button>
        </Form>
        {chosen && (
          <>
            <DataTable
              caption="Expected level of each skill"
              note="Skills by name. For a whole role, the lowest and the highest level that its role levels expect."
              columns={[
                { key: 'skill', head: 'Skill', rowHead: true, cell: (row) => <TextLink to={frameworkLink(version, 'skills', row.key)}>{row.name}</TextLink> },
                { key: 'one', head: <Side {...chosen.one} />, cell: (row) => <RangeCell range={row.one} scale={version.scale} /> },
                { key: 'other', head: <Side {...chosen.other} />, cell: (row) => <RangeCell range={row.other} scale={version.scale} /> },
                { key: 'difference', head: 'Difference', cell: (row) => differences[row.difference] },
              ]}
              rows={chosen.skills}
              rowKey={(row) => row.skillId}
              empty="Neither of them is expected to hold any skill."
            />
            {chosen.one.address.includes('/') && (
              <p className="mb-step">
                <TextLink to={careerLink(version, chosen.one.address)}>Where else {chosen.one.name} can lead</TextLink>
              </p>
            )}
          </>
        )}
      </Page>
    </>
  );
}

function Side({ name, grades }: { name: string; grades: string[] | null }) {
  return (
    <>
      {name}
      {grades !== null && grades.length > 0 && <span className="block font-regular text-muted">{grades.join(', ')}</span>}
    </>
  );
}
