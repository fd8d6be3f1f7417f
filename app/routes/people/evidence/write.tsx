import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { personSubject } from '#app/domain/access/person-subject.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { evidenceParts, type EvidencePiece } from '#app/domain/assessment/evidence/evidence-piece.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Problem } from '#app/platform/context.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { expectedFirst } from '#app/routes/people/expected-first.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { addEvidence } from '#app/services/assessments/evidence/add-evidence.server.ts';
import { editEvidence } from '#app/services/assessments/evidence/edit-evidence.server.ts';
import { evidenceInput, evidenceRevision } from '#app/services/assessments/evidence/evidence-input.ts';
import { readEvidence } from '#app/services/assessments/evidence/read-evidence.server.ts';
import { withdrawEvidence } from '#app/services/assessments/evidence/withdraw-evidence.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readExpectedSkillIds } from '#app/services/framework/read-expected-skill-ids.server.ts';
import { readPerson } from '#app/services/people/read-person.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { type EvidenceForm, EvidenceFields } from './evidence-fields.tsx';
import { goodEvidence } from './good-evidence.ts';

export const handle = { access: { action: 'write-evidence', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

/** Writes a new piece, or, where the address names one (`?evidence=`), changes or withdraws it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const asked = new URL(request.url).searchParams;
  const person = await readPerson(context, params.personId ?? '');
  authorise(context, 'write-evidence', personSubject(person));
  const evidenceId = asked.get('evidence');
  const piece = evidenceId === null ? null : ((await readEvidence(context, person.id)).pieces.find(({ id }) => id === evidenceId) ?? null);
  if (evidenceId !== null && piece === null) throw notFound();
  if (piece && !piece.mayChange) deny(context, 'write-evidence', personSubject(person));
  return {
    frame: personFrame(context.viewer, person, '/evidence'),
    isOwn: context.viewer.personId === person.id,
    today: todayOf(context),
    piece: piece && { id: piece.id, skillName: piece.skillName, revision: piece.revision },
    values: piece ? valuesOf(piece) : { skillId: asked.get('skill') ?? '' },
    form: (piece && piece.summary === null ? 'four' : 'one') satisfies EvidenceForm as EvidenceForm,
    skills: piece ? [] : expectedFirst((await readAssessableSkills(context)).values(), await readExpectedSkillIds(context, person.roleLevelId)),
  };
}

function valuesOf(piece: EvidencePiece): Record<string, string> {
  const texts = (['summary', ...evidenceParts] as const).map((name) => [name, piece[name] ?? '']);
  return { ...Object.fromEntries(texts), links: piece.links.join('\n'), happenedOn: piece.happenedOn ?? '', happenedUntil: piece.happenedUntil ?? '' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  const evidenceId = new URL(request.url).searchParams.get('evidence');
  const form = await readForm(request);
  const list = `/people/${personId}/evidence`;
  const fields: EvidenceForm = typed(form, 'fields') === 'four' ? 'four' : 'one';
  const again = (problems: Problem[], shown: EvidenceForm, status: number) => data({ problems, form: shown, typed: typedText(form) }, { status });
  if (form.has('withdraw') && evidenceId !== null) {
    const outcome = await withdrawEvidence(context, personId, evidenceId);
    return outcome.ok ? redirect(`${list}?notice=withdrawn`) : again([outcome.problem], fields, 409);
  }
  if (form.has('switch')) {
    authorise(context, 'write-evidence', personSubject(await readPerson(context, personId)));
    return again([], typed(form, 'switch') === 'four' ? 'four' : 'one', 200);
  }
  const parsed = evidenceInput.safeParse({ ...typedText(form), links: typed(form, 'links').split('\n') });
  const seen = evidenceRevision.safeParse({ revision: typed(form, 'revision') || '0' });
  if (!parsed.success || !seen.success) {
    authorise(context, 'write-evidence', personSubject(await readPerson(context, personId)));
    return again([...(parsed.error ? formProblems(parsed.error) : []), ...(seen.error ? formProblems(seen.error) : [])], fields, 422);
  }
  const outcome =
    evidenceId === null
      ? await addEvidence(context, personId, typed(form, 'skillId'), parsed.data)
      : await editEvidence(context, personId, evidenceId, { ...parsed.data, ...seen.data });
  if (outcome.ok) return redirect(`${list}?notice=${evidenceId === null ? 'added' : 'changed'}`);
  return again([outcome.problem], fields, outcome.problem.field === null ? 409 : 422);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `${found.piece ? 'Change' : 'Add'} evidence of ${found.frame.name}` : undefined) },
];

export default function WriteEvidence() {
  const { frame, isOwn, today, piece, values, form: stored, skills } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problems = sent?.problems ?? [];
  const form = sent?.form ?? stored;
  const shown: Readonly<Record<string, string>> = sent?.typed ?? values;
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title={piece ? `Change your evidence for ${piece.skillName}` : isOwn ? 'Add evidence for your levels' : `Add evidence for the levels of ${frame.name}`}>
        <Details summary="What makes good evidence">
          {goodEvidence.map((sentence) => (
            <p key={sentence} className="mb-close max-w-prose">
              {sentence}
            </p>
          ))}
        </Details>
        <Form method="post">
          {/* Saving is what Enter does, not the switch that stands before it. */}
          <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
            Save
          </button>
          {piece && <input type="hidden" name="revision" value={piece.revision} />}
          {!piece && (
            <SelectField
              name="skillId"
              label="Skill"
              prompt="Choose a skill"
              options={skills}
              error={problemAt(problems, 'skillId')}
              defaultValue={shown.skillId ?? ''}
            />
          )}
          <EvidenceFields form={form} values={shown} problems={problems} today={today} />
          <Button>{piece ? 'Save changes' : 'Add evidence'}</Button>
        </Form>
        {piece && (
          <div className="mt-part">
            <Details summary="Withdraw this evidence">
              <p className="mb-snug max-w-prose">Nobody will see it any more, neither you nor those who assess or moderate. It cannot be brought back.</p>
              <Form method="post">
                <Button look="warning" name="withdraw" value="yes">
                  Withdraw it
                </Button>
              </Form>
            </Details>
          </div>
        )}
      </Page>
    </>
  );
}
