import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readOwnData } from '#app/services/privacy/read-own-data.server.ts';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { PersonalDataView } from '#app/ui/personal-data-view.tsx';
import { accountFrame, AccountHeader } from './account-header.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return { frame: accountFrame(context.viewer, 'data'), data: await readOwnData(context, 'page') };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Your data') }];

export default function OwnData() {
  const { frame, data } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountHeader frame={frame} />
      <Page
        title="Your data"
        lead={`Everything that is recorded about you, ${data.about.name}, in ${data.about.organisation}, and in your account.`}
      >
        <p className="mb-part">
          <a href="/account/data.json" download>
            Download all of it as a file (JSON)
          </a>
        </p>
        <PersonalDataView data={data} />
      </Page>
    </>
  );
}
