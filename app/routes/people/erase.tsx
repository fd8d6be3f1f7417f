import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { formProblems } from '#app/platform/form/form-problems.ts';
import { readForm } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { typedText } from '#app/platform/form/typed-text.ts';
import { erasePerson } from '#app/services/privacy/erase-person.server.ts';
import { erasureInput } from '#app/services/privacy/erasure-input.ts';
import { readErasure } from '#app/services/privacy/read-erasure.server.ts';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { EraseForm } from './erase-form.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';

export const handle = { access: { action: 'erase-person', subject: 'person' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { person, ...erasure } = await readErasure(context, params.personId ?? '');
  return { frame: personFrame(context.viewer, person, '/erase'), leavesOn: person.leavesOn, ...erasure };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const personId = params.personId ?? '';
  await readErasure(context, personId);
  const form = await readForm(request);
  const parsed = erasureInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ problems: formProblems(parsed.error), typed: typedText(form) }, { status: 422 });
  const outcome = await erasePerson(context, personId, parsed.data);
  if (outcome.ok) return redirect('/settings/retention?notice=erased');
  return data({ problems: [outcome.problem], typed: typedText(form) }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Erase ${found.frame.name}` : undefined) },
];

export default function ErasePerson() {
  const { frame, leavesOn, hasLeft, isUser, goes, stays } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <>
      <PersonHeader frame={frame} />
      <ErrorSummary problems={problems} title="Nothing was erased" />
      <Page
        title={`Erase ${frame.name}`}
        lead={
          hasLeft && leavesOn !== null
            ? `Left on ${formatDate(leavesOn)}. This cannot be undone.`
            : 'Has not left. This cannot be undone.'
        }
      >
        <h2 className="mb-snug text-heading-m font-heading">What goes</h2>
        <DefinitionList
          items={[
            { term: 'Record', detail: 'Name, e-mail address, grade and dates' },
            { term: 'Assessments', detail: String(goes.assessments) },
            { term: 'Placements', detail: String(goes.placements) },
            { term: 'Invitations to them', detail: String(goes.invitations) },
            { term: 'Mails to them', detail: String(goes.mails) },
          ]}
        />
        <h2 className="mb-snug text-heading-m font-heading">What stays</h2>
        <DefinitionList
          items={[
            {
              term: 'Audit',
              detail: `${stays.auditRows} ${stays.auditRows === 1 ? 'entry' : 'entries'}. They say what was done to a record by its number, which then leads to nobody, and who did something by name: an audit that forgets who acted proves nothing. They go when the audit’s own time is over.`,
            },
            {
              term: 'Assessments of others',
              detail: `${stays.recordedOfOthers} that they recorded. They are those people’s records. Once this person can no longer sign in here, their name is taken off them.`,
            },
          ]}
        />
        <EraseForm name={frame.name} hasLeft={hasLeft} isUser={isUser} problems={problems} typed={refused?.typed} />
      </Page>
    </>
  );
}
