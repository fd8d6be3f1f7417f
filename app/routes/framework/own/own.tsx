import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readOwnAdditions } from '#app/services/framework/own/read-own-additions.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { SelectField } from '#app/ui/select-field.tsx';
import { AdditionList } from './addition-list.tsx';
import { ConflictList } from './conflict-list.tsx';
import { OwnHeader } from './own-header.tsx';
import { ownLink } from './own-link.ts';
import { ownRow } from './own-row.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };

const notices: Record<string, string> = {
  added: 'The addition is on the list. It shows in the framework once you publish.',
  changed: 'The addition is changed. The framework changes with it once you publish.',
  expected: 'The expected levels are saved. They hold once you publish.',
  removed: 'The addition is off the list. The framework goes without it once you publish.',
  published: 'Your additions are published. Everybody’s expected levels are up to date.',
};

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'import-framework');
  const frameworks = (await readAdoptedVersions(context)).map(({ frameworkKey, frameworkName }) => ({ frameworkKey, frameworkName }));
  const chosen = new URL(request.url).searchParams.get('framework') ?? frameworks[0]?.frameworkKey;
  if (chosen === undefined) return { frameworks, notice: null, own: null };
  const { frameworkKey, frameworkName, label, rows, leaving, isWaiting } = await readOwnAdditions(context, chosen);
  const own = { frameworkKey, frameworkName, label, leaving, isWaiting, rows: rows.map((row) => ownRow(frameworkKey, row)) };
  return { frameworks, notice: noticeIn(notices, request), own };
}

export const meta: MetaFunction = () => [{ title: pageTitle('Own additions') }];

export default function OwnAdditions() {
  const { frameworks, notice, own } = useLoaderData<typeof loader>();
  if (own === null) {
    return (
      <>
        <OwnHeader frameworkKey="" />
        <Page title="Own additions">
          <EmptyState title="No framework yet" action={{ to: '/framework/import', label: 'Import a framework' }}>
            <p>Additions are laid over a framework. Import one first.</p>
          </EmptyState>
        </Page>
      </>
    );
  }
  const { frameworkKey, frameworkName, label, rows, leaving, isWaiting } = own;
  const add = { to: ownLink(frameworkKey, 'add'), label: 'Add to the framework' };
  return (
    <>
      <OwnHeader frameworkKey={frameworkKey} />
      {notice && <Notice>{notice}</Notice>}
      <Page
        title="Own additions"
        lead={`What your organisation adds to ${frameworkName}, or says otherwise. It is laid over every release anew.`}
        facts={{ frameworkVersion: `${frameworkName}, ${label}` }}
      >
        {frameworks.length > 1 && (
          <Form method="get" className="mb-step flex flex-wrap items-end gap-x-snug">
            <SelectField key={frameworkKey} name="framework" label="Framework" options={frameworks.map((entry) => ({ value: entry.frameworkKey, label: entry.frameworkName }))} defaultValue={frameworkKey} />
            <div className="mb-step">
              <Button look="secondary">Show</Button>
            </div>
          </Form>
        )}
        <ConflictList frameworkKey={frameworkKey} rows={rows} />
        {rows.length === 0 && leaving.length === 0 ? (
          <EmptyState title="Nothing added yet" action={add}>
            <p>
              Add roles, role levels and skills that your organisation has and the framework does not, or say where you grade and expect
              otherwise. The framework itself stays as it was released, and your additions survive the next release.
            </p>
          </EmptyState>
        ) : (
          <>
            <p className="mb-step flex flex-wrap items-center gap-step">
              <ButtonLink to={add.to} look={isWaiting ? 'secondary' : 'primary'}>
                {add.label}
              </ButtonLink>
              {isWaiting && <ButtonLink to={ownLink(frameworkKey, 'publish')}>Preview and publish</ButtonLink>}
            </p>
            <AdditionList frameworkKey={frameworkKey} rows={rows} leaving={leaving} />
          </>
        )}
      </Page>
    </>
  );
}
