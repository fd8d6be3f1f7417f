import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { cycleEdit } from '#app/services/assessments/cycle/cycle-input.ts';
import { editCycle } from '#app/services/assessments/cycle/edit-cycle.server.ts';
import { type CycleForm as FormFacts, readCycleForm } from '#app/services/assessments/cycle/read-cycle-form.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { CycleForm, type CycleFormValues } from './cycle-form.tsx';
import { cycleFrame } from './cycle-frame.ts';
import { CycleHeader } from './cycle-header.tsx';

export const handle = { access: { action: 'run-cycles', subject: 'team' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

function valuesOf(cycle: NonNullable<FormFacts['cycle']>): CycleFormValues {
  return {
    name: cycle.name,
    teamId: cycle.teamId ?? '',
    opensOn: cycle.opensOn,
    selfDueOn: cycle.selfDueOn ?? '',
    managerDueOn: cycle.managerDueOn ?? '',
    conversationDueOn: cycle.conversationDueOn ?? '',
    moderationDueOn: cycle.moderationDueOn ?? '',
    closesOn: cycle.closesOn,
    ...(cycle.hidesVoices ? { hidesVoices: 'on' } : {}),
    ...(cycle.remindsByMail ? { remindsByMail: 'on' } : {}),
    revision: String(cycle.revision),
  };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { cycle, teams, mayBeWhole } = await readCycleForm(context, params.cycleId ?? '');
  if (!cycle) throw notFound();
  return { frame: cycleFrame(context.viewer, cycle, '/edit'), state: cycle.state, teams, mayBeWhole, values: valuesOf(cycle) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const cycleId = params.cycleId ?? '';
  const { cycle } = await readCycleForm(context, cycleId);
  if (!cycle) throw notFound();
  const typed: CycleFormValues = typedText(await readForm(request));
  // The form of an open round asks for its days alone.
  const { name, teamId, opensOn, hidesVoices, remindsByMail } = valuesOf(cycle);
  const kept = cycle.state === 'planned' ? {} : { name, teamId, opensOn, hidesVoices, remindsByMail };
  const parsed = cycleEdit.safeParse({ ...typed, ...kept });
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed }, { status: 422 });
  const outcome = await editCycle(context, cycleId, parsed.data);
  if (outcome.ok) return redirect(`/cycles/${cycleId}?notice=changed`);
  return data({ problems: [outcome.problem], typed }, { status: outcome.problem.field === null ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Change ${found.frame.name}` : undefined) }];

export default function EditRound() {
  const { frame, state, teams, mayBeWhole, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const shown = refused ? { ...refused.typed, revision: values.revision } : values;
  return (
    <>
      <CycleHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title={`Change ${frame.name}`} lead={state === 'open' ? 'The round is open: its last days can be moved to today or later. Who takes part, and how, stays.' : undefined}>
        {state === 'closed' ? (
          <Notice kind="information">This round is closed, and stays as it was.</Notice>
        ) : (
          <CycleForm teams={teams} mayBeWhole={mayBeWhole} problems={problems} values={shown} onlyDays={state === 'open'} submit="Save" />
        )}
      </Page>
    </>
  );
}
