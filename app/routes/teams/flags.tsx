import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { matrixTotals } from '#app/domain/capability/matrix-totals.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { readFlags } from '#app/services/capability/read-flags.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { FlagGroups } from './flag-groups.tsx';
import { teamFrame } from './team-frame.ts';
import { TeamHeader } from './team-header.tsx';

export const handle = { access: { action: 'read-flags', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = askedAsOf(request, context);
  const { team, flags, facts } = await readFlags(context, { teamId: params.teamId ?? '', asOf: asked.asOf });
  const skillIds = [...facts.rules.map(({ skillId }) => skillId), ...facts.subjects.flatMap(({ cells }) => cells.map(({ skillId }) => skillId))];
  const { version } = await readSkillScales(context, skillIds);
  const { expected, agreed } = matrixTotals(facts.subjects);
  return {
    frame: teamFrame(context.viewer, team, 'flags'),
    asked,
    flags,
    mayDraft: isPermitted(context.viewer, 'write-job-descriptions'),
    version,
    notCounted: expected === agreed ? undefined : `${expected - agreed} of ${expected} expected skill levels are not agreed`,
    people: facts.subjects.length,
    rules: facts.rules.length,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Flags of ${data.frame.name}` : undefined) },
];

export default function Flags() {
  const { frame, asked, flags, mayDraft, version, notCounted, people, rules } = useLoaderData<typeof loader>();
  const urgent = flags.filter((flag) => flag.severity === 'critical' || flag.severity === 'high').length;
  return (
    <>
      <TeamHeader frame={frame} />
      <Page
        title={`What asks for action in ${frame.name}`}
        lead={flags.length === 0 ? undefined : `${flags.length === 1 ? '1 finding' : `${flags.length} findings`}, ${urgent} of them critical or high, worst first.`}
        facts={{ date: asked.asOf, frameworkVersion: version, notCounted }}
      >
        <AsOfForm asked={asked} then="Levels and people are as they stood on that day, set against the framework version and the coverage rules of now." />
        {rules === 0 && (
          <EmptyState title="No coverage rules yet" action={{ to: `/teams/${frame.id}/coverage`, label: 'Set coverage rules' }}>
            <p>Say how many people this service needs in a skill. Until then only what roles are expected to hold is checked.</p>
          </EmptyState>
        )}
        {flags.length === 0 && (
          <EmptyState title="Nothing asks for action">
            <p>
              {people === 0
                ? 'Nobody is recorded here yet, so there is nothing to judge.'
                : 'Every rule is covered, everybody is assessed and up to date, and nobody is below what is expected.'}
            </p>
          </EmptyState>
        )}
        <FlagGroups flags={flags} mayDraft={mayDraft} />
      </Page>
    </>
  );
}
