import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSkill } from '#app/services/framework/read-skill.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { FormerNames } from './former-names.tsx';
import { frameworkLink } from './framework-link.ts';
import { GoneNotice } from './gone-notice.tsx';
import { SkillBody } from './skill-body.tsx';
import { versionLink } from './version/version-link.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return readSkill(context, params.skillKey ?? '', new URL(request.url).searchParams.get('framework'));
}

export const meta: MetaFunction<typeof loader> = ({ data: skill }) => [{ title: pageTitle(skill?.name) }];

export default function Skill() {
  const skill = useLoaderData<typeof loader>();
  const { version, key, name, gone, formerNames } = skill;
  const roleLink = (roleKey: string) => (gone ? versionLink(version, 'roles', roleKey) : frameworkLink(version, 'roles', roleKey));
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: name }]} />
      <Page title={name} facts={{ frameworkVersion: `${version.frameworkName}, ${version.label}` }}>
        {gone && <GoneNotice what="skill" since={gone.since} version={version} successors={gone.successors} />}
        <FormerNames names={formerNames} />
        <SkillBody skill={skill} version={version} roleLink={roleLink} />
        <p className="mb-step">
          <TextLink to={versionLink(version, 'skills', key)}>{`The skill as it is worded in ${version.label}, for good`}</TextLink>
        </p>
      </Page>
    </>
  );
}
