import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { Problem } from '#app/platform/context.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { askedAsOf } from '#app/platform/asked-as-of.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { AsOfForm } from '#app/routes/as-of-form.tsx';
import { readCoverage } from '#app/services/capability/read-coverage.server.ts';
import { addCoverageRule } from '#app/services/planning/add-coverage-rule.server.ts';
import { coverageRuleInput } from '#app/services/planning/coverage-rule-input.ts';
import { removeCoverageRule } from '#app/services/planning/remove-coverage-rule.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { CoverageRuleForm } from './coverage-rule-form.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { levelOptions } from './level-options.ts';
import { teamFrame } from './team-frame.ts';
import { TeamHeader } from './team-header.tsx';

export const handle = { access: { action: 'read-coverage', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = askedAsOf(request, context);
  const { team, rows } = await readCoverage(context, params.teamId ?? '', asked.asOf);
  const mayWrite = isPermitted(context.viewer, 'write-coverage', { teamId: team.id });
  const skills = mayWrite ? [...(await readAssessableSkills(context)).values()] : [];
  return {
    frame: teamFrame(context.viewer, team, 'coverage'),
    asked,
    rows,
    mayWrite,
    ...(await readSkillScales(context, rows.map(({ rule }) => rule.skillId))),
    levels: mayWrite ? levelOptions(await readAdoptedVersions(context)) : [],
    skills: skills.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const teamId = params.teamId ?? '';
  const form = Object.fromEntries(await request.formData());
  if (form.remove !== undefined) {
    await removeCoverageRule(context, teamId, String(form.remove));
    return redirect(`/teams/${teamId}/coverage`);
  }
  const parsed = coverageRuleInput.safeParse(form);
  if (!parsed.success) return refuse(formProblems(parsed.error), form);
  const outcome = await addCoverageRule(context, teamId, parsed.data);
  return outcome.ok ? redirect(`/teams/${teamId}/coverage`) : refuse([outcome.problem], form);
}

function refuse(problems: Problem[], form: Record<string, FormDataEntryValue>) {
  const typed = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]));
  return data({ problems, typed }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Coverage of ${found.frame.name}` : undefined) },
];

export default function Coverage() {
  const { frame, asked, rows, mayWrite, version, scales, levels, skills } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const covered = rows?.filter((row) => row.actual >= row.rule.minimumPeople && row.actual > 1).length ?? 0;
  return (
    <>
      <TeamHeader frame={frame} />
      <ErrorSummary problems={refused?.problems ?? []} />
      <Page
        title={`What ${frame.name} needs`}
        lead={rows.length > 0 ? `${covered} of ${rows.length} coverage rules hold without resting on one person.` : undefined}
        facts={{ date: asked.asOf, frameworkVersion: version }}
      >
        <AsOfForm asked={asked} then="Levels and people are as they stood on that day, set against the coverage rules of now." />
        <CoverageTable frame={frame} rows={rows} scales={scales} mayWrite={mayWrite} />
        {mayWrite && (
          <CoverageRuleForm
            teamName={frame.name}
            skills={skills}
            levels={levels}
            problems={refused?.problems ?? []}
            typed={refused?.typed ?? {}}
          />
        )}
      </Page>
    </>
  );
}
