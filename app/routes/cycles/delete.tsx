import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { deleteCycle } from '#app/services/assessments/cycle/delete-cycle.server.ts';
import { readCycleForm } from '#app/services/assessments/cycle/read-cycle-form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { cycleFrame } from './cycle-frame.ts';
import { CycleHeader } from './cycle-header.tsx';

export const handle = { access: { action: 'run-cycles', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { cycle } = await readCycleForm(context, params.cycleId ?? '');
  if (!cycle) throw notFound();
  return { frame: cycleFrame(context.viewer, cycle, '/delete'), isPlanned: cycle.state === 'planned' };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const outcome = await deleteCycle(context, params.cycleId ?? '');
  if (outcome.ok) return redirect('/cycles?notice=deleted');
  return data({ problems: [outcome.problem] }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Delete ${found.frame.name}` : undefined) }];

export default function DeleteRound() {
  const { frame, isPlanned } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <CycleHeader frame={frame} />
      <ErrorSummary problems={problems} title="The round was not deleted" />
      <Page title={`Delete ${frame.name}`}>
        {isPlanned ? (
          <>
            <p className="mb-step max-w-prose">Nobody has opened this round: nothing was asked or said in it. Deleting it cannot be undone.</p>
            <Form method="post">
              <Button look="warning">Delete the round</Button>
            </Form>
          </>
        ) : (
          problems.length === 0 && <Notice kind="information">Only a planned round can be deleted. What was said in this one belongs to the history.</Notice>
        )}
      </Page>
    </>
  );
}
