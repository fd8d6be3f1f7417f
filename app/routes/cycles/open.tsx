import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { openCycle } from '#app/services/assessments/cycle/open-cycle.server.ts';
import { readOpening } from '#app/services/assessments/cycle/read-opening.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { cycleFrame } from './cycle-frame.ts';
import { CycleHeader } from './cycle-header.tsx';

export const handle = { access: { action: 'run-cycles', subject: 'team' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { cycle, people, obstacle } = await readOpening(context, params.cycleId ?? '');
  const { selfDueOn, managerDueOn, remindsByMail, hidesVoices, state } = cycle;
  return { frame: cycleFrame(context.viewer, cycle, '/open'), people, obstacle, state, selfDueOn, managerDueOn, remindsByMail, hidesVoices };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const outcome = await openCycle(context, params.cycleId ?? '');
  if (outcome.ok) return redirect(`/cycles/${params.cycleId}?notice=opened`);
  return data({ problems: [outcome.problem] }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: pageTitle(found ? `Open ${found.frame.name}` : undefined) }];

export default function OpenRound() {
  const { frame, people, obstacle, state, selfDueOn, managerDueOn, remindsByMail, hidesVoices } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <>
      <CycleHeader frame={frame} />
      <ErrorSummary problems={problems} title="The round was not opened" />
      <Page title={`Open ${frame.name}`} lead={obstacle === null ? `${people === 1 ? '1 person takes' : `${people} people take`} part.` : undefined}>
        {obstacle !== null ? (
          <>
            {problems.length === 0 && <Notice kind="information">{obstacle}</Notice>}
            {state === 'planned' && (
              <p>
                <TextLink to={`/cycles/${frame.id}/edit`}>Change the round</TextLink>
              </p>
            )}
          </>
        ) : (
          <>
            <ul className="mb-step grid max-w-prose list-disc gap-close pl-step">
              {selfDueOn !== null && <li>Everybody is asked for their own levels, until {formatDate(selfDueOn)}.</li>}
              {managerDueOn !== null && <li>Their managers are asked for theirs, until {formatDate(managerDueOn)}.</li>}
              <li>{hidesVoices ? 'Neither side sees what the other says before both have handed in.' : 'Each side sees what the other has handed in.'}</li>
              <li>Until both are shown, levels of these people are answered in this round and nowhere else.</li>
              {remindsByMail && <li>Everybody who is asked gets a mail within minutes.</li>}
            </ul>
            <Form method="post">
              <Button>Open the round</Button>
            </Form>
          </>
        )}
      </Page>
    </>
  );
}
