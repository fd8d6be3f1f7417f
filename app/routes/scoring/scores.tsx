import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { confirmScore } from '#app/services/assessments/scoring/confirm-score.server.ts';
import { readScheme } from '#app/services/assessments/scoring/read-scheme.server.ts';
import { readScores } from '#app/services/assessments/scoring/read-scores.server.ts';
import { scoreInput } from '#app/services/assessments/scoring/scheme-input.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { ScoreEntry } from './score-entry.tsx';

export const handle = { access: { action: 'manage-scoring', subject: 'organisation' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = { confirmed: 'The score is confirmed, in your name.' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { scheme, cycle, people } = await readScores(context, params.schemeId ?? '', params.cycleId ?? '');
  return {
    scheme,
    cycle,
    people: people.map(({ confirmed, ...person }) => ({
      ...person,
      confirmed: confirmed && { ...confirmed, confirmedAt: momentInWords(confirmed.confirmedAt) },
    })),
    today: todayOf(context),
    notice: noticeIn(notices, request),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const { schemeId = '', cycleId = '' } = params;
  await readScheme(context, schemeId);
  const form = await readForm(request);
  const parsed = scoreInput.safeParse(Object.fromEntries(form));
  const refuse = (problems: { field: string | null; message: string }[], status: number) =>
    data({ problems: problems.map(({ field, message }) => ({ field: field && parsed.success ? `${field}.${parsed.data.personId}` : null, message })), typed: typedText(form) }, { status });
  if (!parsed.success) return refuse(formProblems(parsed.error), 422);
  const outcome = await confirmScore(context, schemeId, cycleId, parsed.data);
  if (!outcome.ok) return refuse([outcome.problem], outcome.problem.field === null ? 409 : 422);
  return redirect(`/scoring/${schemeId}/${cycleId}?notice=confirmed`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `${found.scheme.name}, ${found.cycle.name}` : undefined) }];

export default function ScoresPage() {
  const { scheme, cycle, people, today, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const confirmed = people.filter((person) => person.confirmed !== null).length;
  return (
    <>
      <Breadcrumbs items={[{ label: 'Scoring', to: '/scoring' }, { label: scheme.name, to: `/scoring/${scheme.id}` }, { label: cycle.name }]} />
      <ErrorSummary problems={problems} />
      {notice && problems.length === 0 && <Notice>{notice}</Notice>}
      {!scheme.isOn && <Notice kind="information">This is a preview: {scheme.name} is off, and nothing can be confirmed.</Notice>}
      <Page title={`${scheme.name}: ${cycle.name}`} lead={`${confirmed} of ${people.length} suggestions are confirmed.`} facts={{ date: today }}>
        {people.length === 0 ? (
          <EmptyState title="Nobody to score">
            <p>Nobody in this round is in a team whose scores you may confirm.</p>
          </EmptyState>
        ) : (
          people.map((person) => (
            <ScoreEntry
              key={`${person.id} ${person.confirmed?.confirmedAt ?? ''}`}
              person={person}
              bands={scheme.rules.bands.map(({ name }) => name)}
              isOn={scheme.isOn}
              problems={problems}
              typed={refused?.typed.personId === person.id ? refused.typed : {}}
            />
          ))
        )}
      </Page>
    </>
  );
}
