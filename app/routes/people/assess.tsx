import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import type { Problem } from '#app/platform/context.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { assessmentInput } from '#app/services/assessments/assessment-input.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { assessEntries, assessField } from './assess-entries.ts';
import { AddSkillForm } from './add-skill-form.tsx';
import { AssessSkill } from './assess-skill.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = new URL(request.url).searchParams;
  const added = asked.getAll('skill');
  const form = await readAssessmentForm(context, params.personId ?? '', added);
  const { version } = await readSkillScales(context, form.skills.map(({ skillId }) => skillId));
  return {
    ...form,
    frame: personFrame(context.viewer, form.person, '/assess'),
    added,
    saved: Number(asked.get('saved') ?? 0) || 0,
    today: todayOf(context),
    version,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  const form = await request.formData();
  const refuse = (problems: Problem[], status: number, staleSkillIds: string[] = []) =>
    data({ problems, staleSkillIds, typed: typedText(form) }, { status });
  const { entries, notesAlone } = assessEntries(form);
  if (notesAlone.length > 0) {
    const message = 'Choose a level to go with the note: a note alone is not kept';
    return refuse(notesAlone.map((skillId) => ({ field: assessField.note(skillId), message })), 422);
  }
  const parsed = assessmentInput.safeParse({ entries });
  if (!parsed.success) return refuse(formProblems(parsed.error).map(({ message }) => ({ field: null, message })), 422);
  const outcome = await saveAssessment(context, personId, parsed.data);
  if (!outcome.ok) {
    const { field, message } = outcome.problem;
    const where = field === null ? null : `skill-${field}`;
    return refuse([{ field: where, message }], outcome.staleSkillIds.length > 0 ? 409 : 422, outcome.staleSkillIds);
  }
  const [first] = parsed.data.entries;
  return redirect(`/people/${personId}/assess?saved=${outcome.value.saved}${first ? `&skill=${first.skillId}` : ''}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Assess ${found.frame.name}` : undefined) },
];

export default function Assess() {
  const { frame, skills, others, sources, added, saved, today, version } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isSaving = useNavigation().state === 'submitting';
  const problems = refused?.problems ?? [];
  const agreed = skills.filter((skill) => skill.expectedLevel !== null && skill.newest.agreed !== null).length;
  const expected = skills.filter((skill) => skill.expectedLevel !== null).length;
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {saved > 0 && !refused && <Notice>{saved === 1 ? 'One answer is saved.' : `${saved} answers are saved.`}</Notice>}
      <Page
        title={`Assess ${frame.name}`}
        lead={`${agreed} of ${expected} expected skills have an agreed answer.`}
        facts={{ date: today, frameworkVersion: version }}
      >
        {sources.length === 0 && (
          <Notice kind="information">You can read what was said here. You cannot answer for this person.</Notice>
        )}
        {skills.length === 0 && (
          <EmptyState title="No skills are expected yet">
            <p>Give this person a role level, or add a skill below.</p>
          </EmptyState>
        )}
        <Form method="post" key={`${saved} ${added.join()}`}>
          {skills.map((skill) => (
            <AssessSkill
              key={skill.skillId}
              skill={skill}
              sources={sources}
              typed={refused?.typed ?? {}}
              problem={
                problemAt(problems, `skill-${skill.skillId}`) ?? problemAt(problems, assessField.note(skill.skillId))
              }
              stale={refused?.staleSkillIds.includes(skill.skillId) ?? false}
            />
          ))}
          {sources.length > 0 && skills.length > 0 && (
            <div className="sticky bottom-0 border-t border-line bg-paper py-snug">
              <Button disabled={isSaving}>{isSaving ? 'Saving' : 'Save answers'}</Button>
            </div>
          )}
        </Form>
        {sources.length > 0 && <AddSkillForm others={others} added={added} />}
      </Page>
    </>
  );
}
