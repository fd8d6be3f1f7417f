import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { levelWords } from '#app/routes/people/assess/answer-words.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { decideLevel } from '#app/services/assessments/moderation/decide-level.server.ts';
import { decisionInput } from '#app/services/assessments/moderation/decision-input.ts';
import { readModerationCase } from '#app/services/assessments/moderation/read-moderation-case.server.ts';
import { readSkillScales } from '#app/services/framework/read-skill-scales.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { EvidenceList } from '#app/ui/evidence-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { CaseLevels } from './case-levels.tsx';
import { CaseRecord, saidLevel } from './case-record.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionList } from './decision-list.tsx';
import { doubtWords } from './doubt-words.ts';

export const handle = { access: { action: 'moderate-levels', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

const notices: Record<string, string> = { decided: 'The decision is recorded. The person reads it, with your reason.' };

/** The round that the case is looked at in. */
const roundOf = (request: Request): string | null => new URL(request.url).searchParams.get('round');

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { personId = '', skillId = '' } = params;
  const found = await readModerationCase(context, { personId, skillId, cycleId: roundOf(request) });
  const { version } = await readSkillScales(context, [skillId]);
  const { crumbs } = personFrame(context.viewer, found.person, '');
  return { ...found, crumbs, version, today: todayOf(context), notice: noticeIn(notices, request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const { personId = '', skillId = '' } = params;
  const cycleId = roundOf(request);
  const form = await readForm(request);
  const level = typed(form, 'answer');
  const kept = { kind: typed(form, 'kind'), level, reason: typed(form, 'reason') };
  const parsed = decisionInput.safeParse({
    kind: kept.kind,
    answer: kept.kind !== 'changed' || level === '' ? null : level === 'not-observed' ? { kind: level } : { kind: 'level', level: Number(level) },
    reason: kept.reason,
    agreedSequence: Number(typed(form, 'agreedSequence')),
    disputeId: typed(form, 'disputeId') || null,
    undefinedConfirmed: form.has('undefinedConfirmed'),
  });
  if (!parsed.success) {
    // Whoever may not look at the case is told so, not what is wrong with the form.
    await readModerationCase(context, { personId, skillId, cycleId });
    return data({ problems: formProblems(parsed.error), typed: kept, asksConfirmation: false }, { status: 422 });
  }
  const outcome = await decideLevel(context, { personId, skillId, cycleId }, parsed.data);
  if (!outcome.ok) {
    return data({ problems: [outcome.problem], typed: kept, asksConfirmation: outcome.kind === 'confirm-undefined' }, { status: outcome.kind === 'stale' ? 409 : 422 });
  }
  return redirect(cycleId === null ? `/people/${personId}/moderation/${skillId}?notice=decided` : `/cycles/${cycleId}/moderation?notice=decided`);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `${found.skill.name} of ${found.person.name}` : undefined) }];

export default function Case() {
  const found = useLoaderData<typeof loader>();
  const { person, skill, cycle, newest, entries, doubts, dispute, evidence, decisions, agreedSequence, crumbs, version, today, notice } = found;
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const mayDecide = agreedSequence !== null && (cycle === null || cycle.state === 'open' || dispute !== null);
  const above = cycle === null ? crumbs.slice(0, -1) : [{ label: 'Rounds', to: '/cycles' }, { label: cycle.name, to: `/cycles/${cycle.id}` }, { label: 'Moderation', to: `/cycles/${cycle.id}/moderation` }];
  const way = [...above, { label: person.name, to: `/people/${person.id}/agree` }, { label: skill.name }];
  return (
    <>
      <Breadcrumbs items={way} />
      {notice !== null && problems.length === 0 && <Notice>{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Page title={`${skill.name} of ${person.name}`} lead={person.roleLevelName ?? 'Without a role level'} facts={{ date: today, frameworkVersion: version }}>
        {dispute !== null && (
          <section className="mb-step max-w-prose border-l-4 border-ink pl-step break-words">
            <h2 className="mb-hair text-heading-m font-heading">{person.name} disputes the agreed level</h2>
            <p className="whitespace-pre-wrap">{dispute.words}</p>
            <p className="text-dense text-muted">{formatDate(dispute.raisedOn)}</p>
          </section>
        )}
        {mayDecide && (
          <p className="mb-step print:hidden">
            <a href="#decide">Go to the decision</a>
          </p>
        )}
        <DefinitionList
          items={[
            { term: 'Expected', detail: skill.expectedLevel === null ? 'not expected of this role level' : levelWords(skill.levels, skill.expectedLevel) },
            { term: 'Self', detail: saidLevel(skill.levels, newest.self) },
            { term: 'Manager', detail: saidLevel(skill.levels, newest.manager) },
            { term: 'Agreed', detail: saidLevel(skill.levels, newest.agreed) },
            ...(doubts.length > 0 ? [{ term: 'Worth a second look', detail: doubts.map(doubtWords).join('. ') }] : []),
            ...(skill.needsReview ? [{ term: 'To be reviewed', detail: 'The agreed level was recorded before the wording changed its meaning.' }] : []),
          ]}
        />
        <CaseRecord skill={skill} entries={entries} newest={newest} />
        <section className="mb-step">
          <h2 className="mb-close text-heading-m font-heading">Evidence</h2>
          <EvidenceList pieces={evidence} label={`Evidence for ${skill.name}`} empty="Nobody has put evidence of this skill." />
        </section>
        <Details summary={`What the levels of ${skill.name} mean, and who ticked what`} open={dispute !== null}>
          <CaseLevels skill={skill} newest={newest} />
        </Details>
        <section className="mb-step">
          <h2 className="mb-close text-heading-m font-heading">Earlier decisions</h2>
          <DecisionList decisions={decisions} />
        </section>
        <section className="mb-part">
          <h2 id="decide" className="mb-close text-heading-m font-heading">Decide</h2>
          {mayDecide ? (
            <DecisionForm skill={skill} newest={newest} dispute={dispute} agreedSequence={agreedSequence} typed={refused?.typed ?? null} problems={problems} asksConfirmation={refused?.asksConfirmation ?? false} />
          ) : (
            <p className="max-w-prose">
              {agreedSequence === null ? 'Nothing is agreed of this skill yet. A decision is about an agreed level.' : 'This round is closed: only a dispute can still be decided in it.'}
            </p>
          )}
        </section>
      </Page>
    </>
  );
}
