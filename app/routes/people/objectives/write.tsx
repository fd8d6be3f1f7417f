import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { personFrame } from '#app/routes/people/person-frame.ts';
import { PersonHeader } from '#app/routes/people/person-header.tsx';
import { reloadAfterConflict } from '#app/routes/reload-after-conflict.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { ChooseSkill } from './choose-skill.tsx';
import { objectiveAction } from './objective-action.server.ts';
import { ObjectiveEnd } from './objective-end.tsx';
import { ObjectiveFields } from './objective-fields.tsx';
import { objectiveForm } from './objective-form.server.ts';
import { wayBack } from './way-back.ts';

export const handle = { access: { action: 'write-objectives', subject: 'person' } satisfies RouteAccess };
export const shouldRevalidate = reloadAfterConflict;

/** Adds an objective, or, where the address names one (`?objective=`), changes it, says how it ended, opens it again or withdraws it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const url = new URL(request.url);
  const { person, ...found } = await objectiveForm(context, params.personId ?? '', url.searchParams);
  return {
    ...found,
    frame: personFrame(context.viewer, person, '/review'),
    isOwnRecord: context.viewer.personId === person.id,
    from: url.searchParams.get('from'),
    back: wayBack(url, person.id, null),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  return objectiveAction(context, params.personId ?? '', request);
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `${found.objective ? 'Change' : 'Add'} an objective of ${found.frame.name}` : undefined) },
];

export default function WriteObjective() {
  const found = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { frame, skill, objective, isOwnRecord, from, back } = found;
  const problems = sent?.problems ?? [];
  const whose = isOwnRecord ? 'yourself' : frame.name;
  const title = objective ? `Objective in ${objective.skillName}` : skill ? `Add an objective for ${whose}: ${skill.name}` : `Add an objective for ${whose}`;
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} />
      <Page title={title}>
        <p className="mb-step max-w-prose">
          Read and changed by {isOwnRecord ? 'you and those who assess you' : `${frame.name} and those who assess them`}. Not by moderators, administrators or other colleagues.
        </p>
        {objective?.outcome ? (
          <Ended revision={objective.revision} />
        ) : skill ? (
          <Open found={found} sent={sent} />
        ) : (
          <ChooseSkill skills={found.skills} from={from} />
        )}
        <p className="mt-part">
          <TextLink to={back}>{back.startsWith('/teams/') ? 'Back to the heatmap' : 'Back to the review'}</TextLink>
        </p>
      </Page>
    </>
  );
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>;
type Sent = ReturnType<typeof useActionData<typeof action>>;

function Open({ found: { skill, objective, levels, values, today }, sent }: { found: Found; sent: Sent }) {
  const problems = sent?.problems ?? [];
  const isEnding = sent?.turn === 'end';
  return (
    <>
      <Form method="post">
        {objective ? <input type="hidden" name="revision" value={objective.revision} /> : <input type="hidden" name="skillId" value={skill?.id} />}
        <ObjectiveFields levels={levels} earliest={objective ? undefined : today} problems={problems} values={sent && !isEnding ? sent.typed : values} />
        <Button>{objective ? 'Save changes' : 'Add the objective'}</Button>
      </Form>
      {objective && <ObjectiveEnd objective={objective} problems={problems} values={isEnding ? sent.typed : {}} />}
    </>
  );
}

function Ended({ revision }: { revision: number }) {
  return (
    <Form method="post">
      <p className="mb-snug max-w-prose">It has ended. Opened again, it can be changed; what was said of its end is taken out of it.</p>
      <input type="hidden" name="revision" value={revision} />
      <Button look="secondary" name="reopen" value="yes">
        Open it again
      </Button>
    </Form>
  );
}
