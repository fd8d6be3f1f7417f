import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { readVoices } from '#app/services/assessments/answer/read-voices.server.ts';
import { assessmentInput } from '#app/services/assessments/assessment-input.ts';
import { readAssessmentForm } from '#app/services/assessments/read-assessment-form.server.ts';
import { saveAssessment } from '#app/services/assessments/save-assessment.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { AddSkillForm } from './add-skill-form.tsx';
import { assessEntries, assessField, contradiction } from './assess-entries.ts';
import { AssessSkill } from './assess-skill.tsx';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';
import { RoundPanel } from './round-panel.tsx';
import { refuse, voiceAction } from './voice-action.server.ts';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = {
  saved: 'Your answers are saved. They are not handed in yet.',
  'handed-in': 'Your answers are handed in. Both sides are shown once the other is in.',
  shown: 'Both sides are in, and both see what the other said.',
  'taken-back': 'Your answers are taken back: you can change them again.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  const asked = new URL(request.url).searchParams;
  const added = asked.getAll('skill');
  const { round, voice, typed } = await readVoices(context, personId);
  const form = await readAssessmentForm(context, personId, [...added, ...typed.map(({ skillId }) => skillId)]);
  const { version } = await readSkillScales(context, form.skills.map(({ skillId }) => skillId));
  const isIn = voice === 'self' ? round?.selfIn : round?.managerIn;
  return {
    ...form,
    // In a round one voice answers, until it has handed in.
    sources: round === null ? form.sources : voice !== null && !isIn ? [voice] : [],
    round,
    voice,
    typed,
    frame: personFrame(context.viewer, form.person, '/assess'),
    isOwn: context.viewer.personId === form.person.id,
    added,
    saved: Number(asked.get('saved') ?? 0) || 0,
    notice: noticeIn(notices, request),
    today: todayOf(context),
    version,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  const form = await readForm(request);
  if (form.has('voice')) return voiceAction(context, personId, form);
  const { entries, notesAlone, contradicted } = assessEntries(form);
  if (notesAlone.length > 0) {
    const message = 'Choose a level to go with the note: a note alone is not kept';
    return refuse(form, 422, { problems: notesAlone.map((skillId) => ({ field: assessField.note(skillId), message })) });
  }
  if (contradicted.length > 0) {
    return refuse(form, 422, { problems: contradicted.map((skillId) => ({ field: assessField.section(skillId), message: contradiction })) });
  }
  const parsed = assessmentInput.safeParse({ entries });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const entry = entries[Number(path[1])];
      return { field: entry ? assessField.section(entry.skillId) : null, message };
    });
    return refuse(form, 422, { problems });
  }
  const outcome = await saveAssessment(context, personId, parsed.data);
  if (!outcome.ok) {
    const { field, message } = outcome.problem;
    const all = outcome.further?.map((one) => ({ field: one.skillId, message: one.message })) ?? [{ field, message }];
    return refuse(form, outcome.staleSkillIds.length > 0 ? 409 : 422, {
      problems: all.map((one) => ({ ...one, field: one.field === null ? null : assessField.section(one.field) })),
      staleSkillIds: outcome.staleSkillIds,
      confirmSkillIds: outcome.further?.filter((one) => one.isUnconfirmed).map((one) => one.skillId) ?? [],
    });
  }
  const [first] = parsed.data.entries;
  return redirect(`/people/${personId}/assess?saved=${outcome.value.saved}${first ? `&skill=${first.skillId}` : ''}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? (found.isOwn ? 'Assess yourself' : `Assess ${found.frame.name}`) : undefined) },
];

export default function Assess() {
  const { frame, isOwn, skills, others, sources, round, voice, typed, added, saved, notice, today, version } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isSaving = useNavigation().state === 'submitting';
  const problems = refused?.problems ?? [];
  const expected = skills.filter((skill) => skill.expectedLevel !== null);
  const agreed = expected.filter((skill) => skill.newest.agreed !== null).length;
  const answered = new Set(typed.filter((one) => one.source === voice && one.answer !== null).map(({ skillId }) => skillId));
  const unanswered = expected.filter(({ skillId }) => !answered.has(skillId)).length;
  const isRound = round !== null;
  // A form of answers that stand otherwise by now begins anew, with what was typed where it was refused.
  const stands = typed.map(({ revision }) => revision).join();
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {saved > 0 && !refused && <Notice>{saved === 1 ? 'One answer is saved.' : `${saved} answers are saved.`}</Notice>}
      {notice && !refused && <Notice>{notice}</Notice>}
      <Page
        title={isOwn ? 'Assess yourself' : `Assess ${frame.name}`}
        lead={
          isRound && voice
            ? `${expected.length - unanswered} of ${expected.length} expected skills have ${voice === 'self' ? 'your answer' : 'the manager’s answer'}.`
            : `${agreed} of ${expected.length} expected skills have an agreed answer.`
        }
        facts={{ date: today, frameworkVersion: version }}
      >
        {round && <RoundPanel round={round} voice={voice} personId={frame.id} personName={frame.name} unanswered={unanswered} isSaving={isSaving} />}
        {!isRound && typed.some(({ source }) => sources.includes(source)) && (
          <Notice kind="information">What was typed before and is not on record is filled in below. Saving puts it on record.</Notice>
        )}
        {!isRound && sources.length === 0 && (
          <Notice kind="information">You can read what was said here. You cannot answer for this person.</Notice>
        )}
        {skills.length === 0 && (
          <EmptyState title="No skills are expected yet">
            <p>Give this person a role level, or add a skill below.</p>
          </EmptyState>
        )}
        <Form method="post" key={`${saved} ${added.join()} ${stands}`}>
          {isRound && voice && <input type="hidden" name="voice" value={voice} />}
          {/* Enter in a field presses the first button of a form: it is to save, and nothing else. */}
          {isRound && sources.length > 0 && <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />}
          {skills.map((skill) => (
            <AssessSkill
              key={skill.skillId}
              skill={skill}
              sources={sources}
              isRound={isRound}
              stored={typed.filter((one) => one.skillId === skill.skillId)}
              toRead={typed.filter((one) => one.skillId === skill.skillId && (!sources.includes(one.source) || refused?.staleSkillIds.includes(skill.skillId)))}
              typed={refused?.typed ?? {}}
              ticked={refused?.ticked[skill.skillId] ?? null}
              asksToConfirm={refused?.confirmSkillIds.includes(skill.skillId) ?? false}
              problem={
                problemAt(problems, assessField.section(skill.skillId)) ?? problemAt(problems, assessField.note(skill.skillId))
              }
              stale={refused?.staleSkillIds.includes(skill.skillId) ?? false}
            />
          ))}
          {refused && refused.missing.length > 0 && (
            <div className="mb-step border-l-4 border-danger pl-snug">
              <p className="mb-close font-strong">No answer yet:</p>
              <ul className="mb-close list-disc pl-step">
                {refused.missing.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
              <CheckboxField name="acceptMissing" label="Hand in without these" />
            </div>
          )}
          {sources.length > 0 && skills.length > 0 && (
            <div className="sticky bottom-0 flex flex-wrap gap-snug border-t border-line bg-paper py-snug">
              <Button name="intent" value="save" disabled={isSaving}>
                {isSaving ? 'Saving' : 'Save answers'}
              </Button>
              {isRound && (
                <Button look="secondary" name="intent" value="hand-in" disabled={isSaving}>
                  Save and hand in
                </Button>
              )}
            </div>
          )}
        </Form>
        {sources.length > 0 && <AddSkillForm others={others} added={added} />}
      </Page>
    </>
  );
}
