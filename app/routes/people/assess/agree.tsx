import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { type Agreement, readAgreement } from '#app/services/assessments/answer/read-agreement.server.ts';
import { readDecisions } from '#app/services/assessments/moderation/read-decisions.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { agreeAction } from './agree-action.server.ts';
import { AgreeSkill } from './agree-skill.tsx';
import { assessField } from './assess-entries.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';

export const handle = { access: { action: 'read-ratings', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = {
  agreed: 'What you agreed is recorded, under your name.',
  disputed: 'Your dispute is with the moderators. The level is marked as disputed until they decide.',
  withdrawn: 'Your dispute is withdrawn.',
  shown: 'Both sides are shown.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const agreement = await readAgreement(context, params.personId ?? '');
  const { version } = await readSkillScales(context, agreement.skills.map(({ skillId }) => skillId));
  const decisions = await readDecisions(context, agreement.person.id);
  return {
    ...agreement,
    decisions: decisions.map(({ skillId, kind, reason, decidedByName, decidedOn }) => ({ skillId, kind, reason, decidedByName, decidedOn })),
    frame: personFrame(context.viewer, agreement.person, '/agree'),
    isOwn: context.viewer.personId === agreement.person.id,
    same: new URL(request.url).searchParams.get('same') === '1',
    notice: noticeIn(notices, request),
    today: todayOf(context),
    version,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  return agreeAction(context, params.personId ?? '', await readForm(request));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `Agree levels of ${data.frame.name}` : undefined) }];

export default function Agree() {
  const { frame, isOwn, round, skills, agreedBefore, decisions, mayAgree, mayDispute, mayDecide, same, notice, today, version } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isSaving = useNavigation().state === 'submitting';
  const problems = refused?.problems ?? [];
  const apart = skills.filter((skill) => skill.apart !== null && skill.apart !== 0).length;
  const fillable = skills.filter((skill) => skill.apart === 0 && !skill.isAgreedInRound).length;
  const shown = skills.length > 0 ? skills : agreedBefore;
  const expected = skills.filter((skill) => skill.expectedLevel !== null);
  const stands = skills.map(({ revision }) => revision).join();
  const sections = shown.map((skill) => (
    <AgreeSkill
      key={skill.skillId}
      skill={skill}
      personId={frame.id}
      decision={decisions.find(({ skillId }) => skillId === skill.skillId) ?? null}
      mayAgree={mayAgree}
      mayDispute={mayDispute}
      mayDecide={mayDecide}
      isFilled={same}
      typed={refused?.typed ?? {}}
      problem={problemAt(problems, assessField.section(skill.skillId)) ?? problemAt(problems, `words.${skill.skillId}`)}
      isStale={refused?.staleSkillIds.includes(skill.skillId) ?? false}
      asksToConfirm={refused?.confirmSkillIds.includes(skill.skillId) ?? false}
    />
  ));
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      {notice && !refused && <Notice>{notice}</Notice>}
      <Page
        title={isOwn ? 'Your agreed levels' : `Agree levels of ${frame.name}`}
        lead={skills.length > 0 ? leadOf(apart) : undefined}
        facts={{ date: today, frameworkVersion: version }}
      >
        {round && !round.isRevealed && <Waiting round={round} name={frame.name} isOwn={isOwn} isSaving={isSaving} />}
        {round?.isRevealed && (
          <p className="mb-step max-w-prose">
            {round.name}: {round.isAgreed ? 'every expected skill is agreed.' : `${toAgree(expected.filter((skill) => skill.isAgreedInRound).length, expected.length)} The round closes on ${formatDate(round.closesOn)}.`}
          </p>
        )}
        {mayAgree && fillable > 0 && !same && (
          <p className="mb-step">
            <TextLink to="?same=1">Fill in where both say the same ({fillable})</TextLink>
          </p>
        )}
        {mayAgree && same && (
          <Notice kind="information">Where both say the same, that level is filled in below. Nothing is agreed until you save.</Notice>
        )}
        {shown.length === 0 && (
          <EmptyState title={round && !round.isRevealed ? 'Nothing was agreed before' : 'Nothing to agree yet'}>
            <p>{round && !round.isRevealed ? 'What both sides say stands here once both are in.' : 'No skills are expected, and none was assessed.'}</p>
          </EmptyState>
        )}
        {mayAgree ? (
          <Form method="post" key={`${stands} ${same}`}>
            {sections}
            {skills.length > 0 && (
              <div className="sticky bottom-0 border-t border-line bg-paper py-snug">
                <Button name="intent" value="agree" disabled={isSaving}>
                  {isSaving ? 'Saving' : 'Save what is agreed'}
                </Button>
              </div>
            )}
          </Form>
        ) : (
          sections
        )}
      </Page>
    </>
  );
}

function toAgree(agreed: number, expected: number): string {
  if (agreed === 0) return `none of the ${expected} expected skills is agreed yet.`;
  return `${agreed} of the ${expected} expected skills ${agreed === 1 ? 'is' : 'are'} agreed.`;
}

function leadOf(apart: number): string {
  if (apart === 0) return 'The two sides differ in no skill.';
  return apart === 1 ? 'The two sides differ in 1 skill, which stands first.' : `The two sides differ in ${apart} skills, the furthest apart first.`;
}

/** Whom a round waits for before both sides are shown. */
function Waiting({ round, name, isOwn, isSaving }: { round: NonNullable<Agreement['round']>; name: string; isOwn: boolean; isSaving: boolean }) {
  const person = isOwn ? 'you' : name;
  const manager = isOwn ? 'your manager' : `whoever assesses ${name}`;
  const waits = [
    ...(round.selfDueOn !== null && !round.selfIn ? [`${person}, until ${formatDate(round.selfDueOn)}`] : []),
    ...(round.managerIn ? [] : [round.managerDueOn === null ? manager : `${manager}, until ${formatDate(round.managerDueOn)}`]),
  ];
  return (
    <Notice kind="information">
      <p className="mb-close">
        <strong className="font-strong">{round.name}</strong> does not show what both sides say yet.
        {waits.length > 0 && !round.isDueToShow && ` It waits for ${waits.join(', and for ')}.`}
      </p>
      {round.isDueToShow && (
        <Form method="post">
          <Button name="intent" value="show" disabled={isSaving}>
            Show what was said
          </Button>
        </Form>
      )}
    </Notice>
  );
}
