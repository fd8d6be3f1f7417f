import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSharedSkills } from '#app/services/framework/read-shared-skills.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { frameworkLink, sharedSkillsLink } from './framework-link.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = new URL(request.url).searchParams;
  return { shared: await readSharedSkills(context, asked.get('role') || null, asked.get('framework')) };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Roles that share skills') }];

export default function SharedSkills() {
  const { shared } = useLoaderData<typeof loader>();
  const crumbs = <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Roles that share skills' }]} />;
  if (shared === null) {
    return (
      <>
        {crumbs}
        <Page title="Roles that share skills">
          <EmptyState title="No framework yet" action={{ to: '/framework', label: 'Go to the framework' }}>
            <p>There are no roles to compare until a framework is adopted.</p>
          </EmptyState>
        </Page>
      </>
    );
  }
  const { version, roles, chosen, others } = shared;
  return (
    <>
      {crumbs}
      <Page title="Roles that share skills" lead={leadOf(shared)} facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}>
        <Form method="get" className="mb-step">
          {version.kind !== 'gdad' && <input type="hidden" name="framework" value={version.frameworkKey} />}
          <SelectField
            name="role"
            label="Role"
            prompt="Choose a role"
            // The choice follows the address, also when one goes back.
            key={chosen?.role.key ?? ''}
            defaultValue={chosen?.role.key}
            options={roles.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Button look="secondary">Show</Button>
        </Form>
        {chosen && (
          <DataTable
            caption={`Roles that share skills with ${chosen.role.name}`}
            note="Most shared skills first, then by name. A skill is shared when both roles expect it of one of their role levels, at whatever level."
            columns={[
              { key: 'role', head: 'Role', rowHead: true, cell: (row) => <TextLink to={sharedSkillsLink(version, row.role.key)}>{row.role.name}</TextLink> },
              { key: 'count', head: 'Shared', numeric: true, cell: (row) => `${row.skills.length} of ${chosen.skillCount}` },
              {
                key: 'skills',
                head: 'Skills',
                cell: (row) => (
                  <ul className="flex min-w-60 flex-wrap gap-x-snug gap-y-hair">
                    {row.skills.map((skill) => (
                      <li key={skill.key}>
                        <TextLink to={frameworkLink(version, 'skills', skill.key)}>{skill.name}</TextLink>
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
            rows={others}
            rowKey={(row) => row.role.key}
            empty="No other role shares a skill with it."
          />
        )}
      </Page>
    </>
  );
}

type Shared = NonNullable<Awaited<ReturnType<typeof loader>>['shared']>;

function leadOf({ chosen, others }: Shared): string {
  if (!chosen) return 'Choose a role to see to which others its skills carry over.';
  const count = others.length === 1 ? '1 other role shares' : `${others.length} other roles share`;
  return `${count} at least one of the ${chosen.skillCount} skills of ${chosen.role.name}.`;
}
