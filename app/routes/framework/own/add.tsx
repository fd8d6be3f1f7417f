import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';
import { kindPages } from './kind-pages.ts';
import { OwnHeader } from './own-header.tsx';
import { ownLink } from './own-link.ts';
import { ownPlace } from './own-place.server.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await ownPlace(request);
  return { frameworkKey: view.frameworkKey, frameworkName: view.frameworkName };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Add to the framework') }];

export default function AddOwn() {
  const { frameworkKey, frameworkName } = useLoaderData<typeof loader>();
  return (
    <>
      <OwnHeader frameworkKey={frameworkKey} page="Add" />
      <Page title="Add to the framework" lead="Choose what your organisation adds, or says otherwise." facts={{ frameworkVersion: frameworkName }}>
        <ul className="grid max-w-prose gap-step">
          {Object.values(kindPages).map(({ page, choice, hint }) => (
            <li key={page}>
              <TextLink to={ownLink(frameworkKey, page)}>{choice}</TextLink>
              <span className="block text-muted">{hint}</span>
            </li>
          ))}
        </ul>
      </Page>
    </>
  );
}
