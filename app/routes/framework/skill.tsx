import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSkill } from '#app/services/framework/read-skill.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { Tag } from '#app/ui/tag.tsx';
import { TextLink } from '#app/ui/text-link.tsx';
import { frameworkLink } from './framework-link.ts';
import { OfficialSource } from './official-source.tsx';
import { SkillLevel } from './skill-level.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return readSkill(context, params.skillKey ?? '', new URL(request.url).searchParams.get('framework'));
}

export const meta: MetaFunction<typeof loader> = ({ data: skill }) => [{ title: pageTitle(skill?.name) }];

export default function Skill() {
  const { version, name, description, isDescriptionOurs, levels, expectedOf } = useLoaderData<typeof loader>();
  const stepName = (expectedLevel: number) => version.scale.find(({ ordinal }) => ordinal === expectedLevel)?.name;
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: name }]} />
      <Page title={name} facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}>
        {description !== null && (
          <div className="mb-step max-w-prose">
            <p className="mb-close whitespace-pre-line">{description}</p>
            {isDescriptionOurs ? <Tag>Our summary</Tag> : <OfficialSource kind={version.kind} />}
          </div>
        )}
        <section className="mb-part max-w-prose">
          <h2 className="mb-snug text-heading-m font-heading">What each level asks</h2>
          <ol>
            {levels.map((level) => (
              <SkillLevel key={level.ordinal} level={level} kind={version.kind} />
            ))}
          </ol>
        </section>
        <DataTable
          caption="Role levels that are expected to hold this skill"
          note="By role, then from the most junior role level."
          columns={[
            { key: 'role', head: 'Role', cell: (row) => <TextLink to={frameworkLink(version, 'roles', row.roleKey)}>{row.roleName}</TextLink> },
            { key: 'level', head: 'Role level', rowHead: true, cell: (row) => row.roleLevelName },
            { key: 'grades', head: 'Grades', cell: (row) => row.grades?.join(', ') ?? '–' },
            { key: 'expected', head: 'Expected level', cell: (row) => `${row.expectedLevel} ${stepName(row.expectedLevel)}` },
          ]}
          rows={expectedOf}
          rowKey={(row) => `${row.roleKey} ${row.roleLevelName}`}
          empty="No role level is expected to hold it."
        />
      </Page>
    </>
  );
}
