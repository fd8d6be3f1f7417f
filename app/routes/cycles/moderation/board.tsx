import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readModerationBoard } from '#app/services/assessments/moderation/read-moderation-board.server.ts';
import { signOff } from '#app/services/assessments/moderation/sign-off.server.ts';
import { undoSignOff } from '#app/services/assessments/moderation/undo-sign-off.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { cycleFrame } from '#app/routes/cycles/cycle-frame.ts';
import { CycleHeader } from '#app/routes/cycles/cycle-header.tsx';
import { BoardFigures } from './board-figures.tsx';
import { CaseList } from './case-list.tsx';
import { DisputeList } from './dispute-list.tsx';
import { doubtWords } from './doubt-words.ts';
import { SignOffForm } from './sign-off-form.tsx';

export const handle = { access: { action: 'moderate-levels', subject: 'anywhere' } satisfies RouteAccess };

const notices: Record<string, string> = {
  decided: 'The decision is recorded. The person reads it, with your reason.',
  'signed-off': 'Their levels are moderated.',
  'taken-back': 'It is taken back: their levels wait to be moderated again.',
};

/** The parts of the page by the ids of their headings. */
const places = [
  ['doubts', 'Worth a second look'],
  ['sample', 'Sample'],
  ['levels', 'Levels by assessor'],
  ['self', 'Self minus manager'],
  ['leniency', 'Leniency'],
  ['sign-off', 'Sign off'],
] as const;

const filterOf = (request: Request) => {
  const asked = new URL(request.url).searchParams;
  return { roleId: asked.get('role') || undefined, skillId: asked.get('skill') || undefined };
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const board = await readModerationBoard(context, params.cycleId ?? '', filterOf(request));
  const { version } = await readSkillScales(context, board.skills.map(({ id }) => id));
  return { ...board, version, today: todayOf(context), frame: cycleFrame(context.viewer, board.cycle, '/moderation'), notice: noticeIn(notices, request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const cycleId = params.cycleId ?? '';
  const form = await readForm(request);
  const chosen = form.getAll('personIds').filter((one): one is string => typeof one === 'string');
  const isUndone = typed(form, 'do') === 'undo';
  const outcome = isUndone ? await undoSignOff(context, cycleId, chosen) : await signOff(context, cycleId, chosen);
  if (!outcome.ok) return data({ problems: [outcome.problem], chosen }, { status: outcome.problem.field === null ? 409 : 422 });
  const { roleId, skillId } = filterOf(request);
  const kept = new URLSearchParams({ ...(roleId && { role: roleId }), ...(skillId && { skill: skillId }), notice: isUndone ? 'taken-back' : 'signed-off' });
  return redirect(`/cycles/${cycleId}/moderation?${kept.toString()}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Moderation of ${found.cycle.name}` : undefined) }];

export default function Board() {
  const board = useLoaderData<typeof loader>();
  const { frame, cycle, roles, skills, roleId, skillId, people, caseCount, unshownCount, disputes, doubts, sample, version, today, notice } = board;
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const signsOff = cycle.hasModeration && cycle.state === 'open';
  return (
    <>
      <CycleHeader frame={frame} />
      {notice !== null && problems.length === 0 && <Notice>{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Page title={`Moderation of ${cycle.name}`} lead={leadOf(board)} facts={{ date: today, frameworkVersion: version, ...(unshownCount > 0 ? { notCounted: `${unshownCount === 1 ? '1 person' : `${unshownCount} people`} of whom the round has nothing on record` } : {}) }}>
        <Form method="get" className="mb-step flex flex-wrap items-end gap-x-step">
          <SelectField name="role" label="Role" prompt="All roles" options={options(roles)} defaultValue={roleId ?? ''} key={`role ${roleId}`} />
          <SelectField name="skill" label="Skill" prompt="All skills" options={options(skills)} defaultValue={skillId ?? ''} key={`skill ${skillId}`} />
          <div className="mb-step">
            <Button look="secondary">Show</Button>
          </div>
        </Form>
        {people.length === 0 && (
          <EmptyState title="Nobody here is yours to moderate">
            <p>{roles.length > 0 && roleId !== null ? 'Choose another role, or all roles.' : 'You moderate nobody who takes part in this round. Your access says whose levels you decide about.'}</p>
          </EmptyState>
        )}
        {people.length > 0 && (
          <>
            <DisputeList disputes={disputes} cycleId={cycle.id} />
            {caseCount === 0 && (
              <EmptyState title="Nothing to look at yet">
                <p>{skillId === null ? 'What both sides said of somebody stands here once both have handed in.' : 'Nothing is on record of this skill. Choose another skill, or all skills.'}</p>
              </EmptyState>
            )}
            {caseCount > 0 && (
              <>
                <nav aria-label="On this page" className="mb-part print:hidden">
                  <ul className="flex flex-wrap gap-x-step gap-y-close">
                    {places.filter(([id]) => id !== 'sign-off' || signsOff).map(([id, label]) => (
                      <li key={id}>
                        <a href={`#${id}`}>{label}</a>
                      </li>
                    ))}
                  </ul>
                </nav>
                <section className="mb-part">
                  <h2 id="doubts" className="mb-close text-heading-m font-heading">Worth a second look</h2>
                  {doubts.length === 0 ? (
                    <p>No level stands without something to show for it, against its ticked statements or far from what was agreed before.</p>
                  ) : (
                    <CaseList
                      cycleId={cycle.id}
                      cases={doubts}
                      caption={doubts.length === 1 ? '1 level to ask about' : `${doubts.length} levels to ask about, by person and skill`}
                      note="A question, not a verdict: a level may be right for reasons that stand nowhere."
                      says={{ head: 'What is odd', words: (one) => one.doubts.map((doubt) => <span key={doubt.kind} className="block">{doubtWords(doubt)}</span>) }}
                    />
                  )}
                </section>
                <section className="mb-part">
                  <h2 id="sample" className="mb-close text-heading-m font-heading">A sample by chance</h2>
                  <CaseList
                    cycleId={cycle.id}
                    cases={sample}
                    caption={`${sample.length} of ${caseCount} cases`}
                    note="Drawn by chance and the same for every moderator, so that nobody picks: a tenth of the cases, and at least ten."
                  />
                </section>
                <BoardFigures {...board} />
              </>
            )}
            {signsOff && <SignOffForm people={people} chosen={refused?.chosen ?? []} error={problemAt(problems, 'personIds')} />}
            {!cycle.hasModeration && <p className="mb-part max-w-prose text-muted">This round has no moderation step: nobody needs to be signed off, and only disputes wait for you.</p>}
          </>
        )}
      </Page>
    </>
  );
}

function options(list: readonly { id: string; name: string }[]) {
  return list.map(({ id, name }) => ({ value: id, label: name }));
}

function leadOf({ people, disputes, cycle }: { people: readonly { moderatedName: string | null }[]; disputes: readonly unknown[]; cycle: { hasModeration: boolean } }): string {
  const told = [people.length === 1 ? '1 person is' : `${people.length} people are`, 'yours to moderate'].join(' ');
  const signed = people.filter(({ moderatedName }) => moderatedName !== null).length;
  const waits = disputes.length === 1 ? '1 dispute waits' : `${disputes.length} disputes wait`;
  return cycle.hasModeration ? `${told}, ${signed} of them signed off; ${waits} for a decision.` : `${told}; ${waits} for a decision.`;
}
