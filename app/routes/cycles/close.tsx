import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { problemAt } from '#app/platform/form/problem-at.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { plainText } from '#app/platform/form/typed-values.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { closeCycle } from '#app/services/assessments/cycle/close-cycle.server.ts';
import { readClosing } from '#app/services/assessments/cycle/read-closing.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextareaField } from '#app/ui/textarea-field.tsx';
import { cycleFrame } from './cycle-frame.ts';
import { CycleHeader } from './cycle-header.tsx';
import { MissingLists } from './missing-lists.tsx';

export const handle = { access: { action: 'run-cycles', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { cycle, missing, isMissing } = await readClosing(context, params.cycleId ?? '');
  return { frame: cycleFrame(context.viewer, cycle, '/close'), state: cycle.state, missing, isMissing };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const cycleId = params.cycleId ?? '';
  await readClosing(context, cycleId);
  const typed = typedText(await readForm(request));
  const closingInput = z.object({
    closingNote: plainText()
      .trim()
      .max(2000, 'Use 2,000 characters or fewer for the note')
      .default('')
      .transform((text) => (text === '' ? null : text)),
  });
  const parsed = closingInput.safeParse(typed);
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed }, { status: 422 });
  const outcome = await closeCycle(context, cycleId, parsed.data);
  if (outcome.ok) return redirect(`/cycles/${cycleId}?notice=closed`);
  return data({ problems: [outcome.problem], typed }, { status: outcome.problem.field === null ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Close ${found.frame.name}` : undefined) }];

export default function CloseRound() {
  const { frame, state, missing, isMissing } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <CycleHeader frame={frame} />
      <ErrorSummary problems={problems} title="The round was not closed" />
      <Page title={`Close ${frame.name}`} lead={state === 'open' ? (isMissing ? 'Something is missing. Closed now, it stays missing.' : 'Nothing is missing.') : undefined}>
        {state !== 'open' ? (
          <Notice kind="information">{state === 'closed' ? 'This round is closed already.' : 'This round has not been opened: there is nothing to close.'}</Notice>
        ) : (
          <>
            <MissingLists missing={missing} />
            <p className="mb-step max-w-prose">
              Closing shows what has been handed in to both sides and puts it on record. What somebody has typed and not handed in stays with them alone. After that nothing can be answered in this round, and it cannot be opened again.
            </p>
            <Form method="post">
              <TextareaField
                name="closingNote"
                label={isMissing ? 'Why is it closed although something is missing?' : 'Closing note (optional)'}
                hint="Everybody who may see the round reads it. Write nothing about single people."
                defaultValue={refused?.typed.closingNote}
                error={problemAt(problems, 'closingNote')}
              />
              <Button look="warning">Close the round</Button>
            </Form>
          </>
        )}
      </Page>
    </>
  );
}
