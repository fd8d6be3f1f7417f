import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readRole } from '#app/services/framework/read-role.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Details } from '#app/ui/details.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { ExpectedLevel } from './expected-level.tsx';
import { frameworkLink, sharedSkillsLink } from './framework-link.ts';
import { OfficialSource } from './official-source.tsx';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return readRole(context, params.roleKey ?? '', new URL(request.url).searchParams.get('framework'));
}

export const meta: MetaFunction<typeof loader> = ({ data: role }) => [{ title: pageTitle(role?.name) }];

export default function Role() {
  const { version, key, name, familyName, description, roleLevels, skills } = useLoaderData<typeof loader>();
  const described = roleLevels.filter((level) => level.description !== null);
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: name }]} />
      <Page title={name} lead={familyName ?? undefined} facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}>
        {roleLevels.length === 0 ? (
          <Notice kind="information">The framework has no role level of this role in use, so nothing is expected of anybody in it.</Notice>
        ) : (
          <>
            <OrderNotice roleLevels={roleLevels} />
            <DataTable
              caption={`Expected level of each skill, by role level of ${name}`}
              note="Skills by name; role levels from the most junior to the most senior."
              columns={[
                { key: 'skill', head: 'Skill', rowHead: true, cell: (skill) => <TextLink to={frameworkLink(version, 'skills', skill.key)}>{skill.name}</TextLink> },
                ...roleLevels.map((level, index) => ({
                  key: level.id,
                  head: <LevelHead name={level.name} grades={level.grades} />,
                  cell: (skill: (typeof skills)[number]) => (
                    <ExpectedLevel
                      expectedLevel={skill.expectedLevels[index] ?? null}
                      before={index === 0 ? undefined : (skill.expectedLevels[index - 1] ?? null)}
                      scale={version.scale}
                    />
                  ),
                })),
              ]}
              rows={skills}
              rowKey={(skill) => skill.key}
              empty="No skill is expected of this role."
            />
            <p className="mb-step">
              <TextLink to={sharedSkillsLink(version, key)}>Other roles that share these skills</TextLink>
            </p>
          </>
        )}
        {description !== null && (
          <section className="mb-part max-w-prose">
            <h2 className="mb-snug text-heading-m font-heading">What the role is</h2>
            <p className="mb-close whitespace-pre-line">{description}</p>
            <OfficialSource kind={version.kind} />
          </section>
        )}
        {described.map((level) => (
          <Details key={level.id} summary={`What the role level ${level.name} does`}>
            <p className="mb-close max-w-prose whitespace-pre-line">{level.description}</p>
            <OfficialSource kind={version.kind} />
          </Details>
        ))}
      </Page>
    </>
  );
}

function LevelHead({ name, grades }: { name: string; grades: string[] | null }) {
  return (
    <>
      {name}
      <span className="block font-regular text-muted">{grades === null || grades.length === 0 ? 'no grade given' : grades.join(', ')}</span>
    </>
  );
}

function OrderNotice({ roleLevels }: { roleLevels: readonly { name: string; isPlaceStated: boolean }[] }) {
  const inferred = roleLevels.filter(({ isPlaceStated }) => !isPlaceStated).map(({ name }) => name);
  if (inferred.length === 0 || roleLevels.length === 1) return null;
  const whole = inferred.length === roleLevels.length;
  return (
    <Notice kind="information">
      {whole
        ? 'No source at hand states the order of these role levels. It is inferred from how much each is expected to hold.'
        : `No source at hand states where ${inferred.join(', ')} stands in the order. It is inferred from how much is expected.`}
    </Notice>
  );
}
