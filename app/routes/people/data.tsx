import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readPersonData } from '#app/services/privacy/read-person-data.server.ts';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PersonalDataView } from '#app/ui/personal-data-view.tsx';
import { personFrame } from './person-frame.ts';
import { PersonHeader } from './person-header.tsx';

export const handle = { access: { action: 'export-person', subject: 'person' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { person, data } = await readPersonData(context, params.personId ?? '', 'page');
  return { frame: personFrame(context.viewer, person, '/data'), data };
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: pageTitle(found ? `Data of ${found.frame.name}` : undefined) },
];

export default function PersonData() {
  const { frame, data } = useLoaderData<typeof loader>();
  return (
    <>
      <PersonHeader frame={frame} />
      <Page
        title={`What is recorded about ${frame.name}`}
        lead="To answer somebody who asks what is held about them. That you looked is recorded, and they can see it."
      >
        <p className="mb-part">
          <a href={`/people/${frame.id}/data.json`} download>
            Download all of it as a file (JSON)
          </a>
        </p>
        <PersonalDataView data={data} />
      </Page>
    </>
  );
}
