import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { defaultCycleDates } from '#app/domain/assessment/cycle/default-cycle-dates.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { addCycle } from '#app/services/assessments/cycle/add-cycle.server.ts';
import { cycleInput } from '#app/services/assessments/cycle/cycle-input.ts';
import { readCycleForm } from '#app/services/assessments/cycle/read-cycle-form.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { CycleForm, type CycleFormValues } from './cycle-form.tsx';

export const handle = { access: { action: 'run-cycles', subject: 'anywhere' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { teams, mayBeWhole, topTeamId } = await readCycleForm(context, null);
  const today = todayOf(context);
  const { moderationDueOn, ...days } = defaultCycleDates(today);
  const values: CycleFormValues = {
    ...days,
    name: `Yearly round ${today.slice(0, 4)}`,
    teamId: topTeamId ?? '',
    selfDueOn: days.selfDueOn ?? '',
    managerDueOn: days.managerDueOn ?? '',
    conversationDueOn: days.conversationDueOn ?? '',
    moderationDueOn: moderationDueOn ?? '',
    hidesVoices: 'on',
    remindsByMail: 'on',
  };
  return { teams, mayBeWhole, values };
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  await readCycleForm(context, null);
  const form = await readForm(request);
  const typed: CycleFormValues = typedText(form);
  const parsed = cycleInput.safeParse(typed);
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed }, { status: 422 });
  const outcome = await addCycle(context, parsed.data);
  if (!outcome.ok) return data({ problems: [outcome.problem], typed }, { status: 422 });
  return redirect(`/cycles/${outcome.value.cycleId}?notice=planned`);
}

export const meta: MetaFunction = () => [{ title: pageTitle('Plan a round') }];

export default function NewRound() {
  const { teams, mayBeWhole, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <Breadcrumbs items={[{ label: 'Rounds', to: '/cycles' }, { label: 'Plan a round' }]} />
      <ErrorSummary problems={problems} />
      <Page title="Plan a round" lead="Nobody is told or asked anything before you open it.">
        <CycleForm teams={teams} mayBeWhole={mayBeWhole} problems={problems} values={refused?.typed ?? values} submit="Plan the round" />
      </Page>
    </>
  );
}
