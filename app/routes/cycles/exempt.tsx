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
import { noticeIn } from '#app/routes/notice-in.ts';
import { exemptParticipant } from '#app/services/assessments/cycle/exempt-participant.server.ts';
import { readClosing } from '#app/services/assessments/cycle/read-closing.server.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { cycleFrame } from './cycle-frame.ts';
import { CycleHeader } from './cycle-header.tsx';

export const handle = { access: { action: 'run-cycles', subject: 'team' } satisfies RouteAccess };

const notices: Record<string, string> = {
  exempted: 'They sit this round out: nothing waits for them.',
  'asked-again': 'They take part again.',
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { cycle, people } = await readClosing(context, params.cycleId ?? '');
  return {
    frame: cycleFrame(context.viewer, cycle, '/exempt'),
    isOpen: cycle.state === 'open',
    notice: noticeIn(notices, request),
    people: people.filter(({ standing }) => standing.kind !== 'left').map(({ id, name, teamName, exemptReason }) => ({ id, name, teamName, exemptReason })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const cycleId = params.cycleId ?? '';
  await readClosing(context, cycleId);
  const typed = typedText(await readForm(request));
  const isUndone = typed.do === 'ask-again';
  const reason = plainText('Say why they sit the round out').trim().min(1, 'Say why they sit the round out').max(500, 'Use 500 characters or fewer for the reason');
  const exemption = z.object({ personId: z.uuid('Choose a person'), reason: isUndone ? z.null() : reason });
  const parsed = exemption.safeParse(isUndone ? { ...typed, reason: null } : typed);
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed }, { status: 422 });
  const outcome = await exemptParticipant(context, cycleId, parsed.data.personId, parsed.data.reason);
  if (outcome.ok) return redirect(`/cycles/${cycleId}/exempt?notice=${isUndone ? 'asked-again' : 'exempted'}`);
  return data({ problems: [outcome.problem], typed }, { status: outcome.problem.field === null ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Exempt somebody from ${found.frame.name}` : undefined) }];

export default function ExemptSomebody() {
  const { frame, isOpen, notice, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const exempt = people.filter(({ exemptReason }) => exemptReason !== null);
  const asked = people.filter(({ exemptReason }) => exemptReason === null);
  return (
    <>
      <CycleHeader frame={frame} />
      {notice !== null && problems.length === 0 && <Notice>{notice}</Notice>}
      <ErrorSummary problems={problems} />
      <Page title="Exempt somebody" lead="For somebody who cannot take part, such as on long leave: nothing waits for them, and they are not counted.">
        {!isOpen ? (
          <Notice kind="information">This round is not open: nobody is asked anything in it.</Notice>
        ) : (
          <Form method="post">
            <SelectField
              name="personId"
              label="Who"
              prompt="Choose a person"
              options={asked.map(({ id, name, teamName }) => ({ value: id, label: teamName === null ? name : `${name}, ${teamName}` }))}
              defaultValue={refused?.typed.personId}
              error={problemAt(problems, 'personId')}
            />
            <TextField
              name="reason"
              label="Why"
              hint="Read by those who run the round. Write no more than is needed: “on leave” rather than why."
              defaultValue={refused?.typed.reason}
              error={problemAt(problems, 'reason')}
            />
            <Button>Let them sit the round out</Button>
          </Form>
        )}
        {exempt.length > 0 && (
          <div className="mt-part">
            <DataTable
              caption="Who sits the round out, by team and name"
              stacked
              rows={exempt}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', head: 'Person', rowHead: true, cell: ({ name }) => <span className="wrap-anywhere">{name}</span> },
                { key: 'team', head: 'Team', cell: ({ teamName }) => teamName ?? '' },
                { key: 'why', head: 'Why', cell: ({ exemptReason }) => <span className="wrap-anywhere">{exemptReason}</span> },
                {
                  key: 'undo',
                  head: 'Take back',
                  cell: ({ id, name }) =>
                    isOpen && (
                      <Form method="post">
                        <input type="hidden" name="do" value="ask-again" />
                        <input type="hidden" name="personId" value={id} />
                        <Button look="secondary" aria-label={`Ask ${name} again`}>
                          Ask again
                        </Button>
                      </Form>
                    ),
                },
              ]}
            />
          </div>
        )}
      </Page>
    </>
  );
}
