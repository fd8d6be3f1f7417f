import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { momentInWords } from '#app/platform/moment-in-words.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { noticeIn } from '#app/routes/notice-in.ts';
import { type ReleaseSummary, readReleases } from '#app/services/framework/release/read-releases.server.ts';
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { countsInWords } from './counts-in-words.ts';
import { type ListedRelease, ReleaseTable } from './release-table.tsx';
import { sumUpWaiting } from './sum-up.ts';

export const handle = { access: { action: 'import-framework', subject: 'organisation' } satisfies RouteAccess };

const notices: Record<string, string> = { discarded: 'The release is discarded. The version in use stays as it is.' };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const releases = await readReleases(context);
  const ongoing = releases.filter(({ state }) => state === 'open' || state === 'reading');
  const over = releases.filter((release) => !ongoing.includes(release));
  // In the order of the newest release of each; what was not recognised comes last.
  const names = [...new Set(over.map(({ frameworkName }) => frameworkName))].toSorted((one, other) => Number(one === '') - Number(other === ''));
  return {
    notice: noticeIn(notices, request),
    ongoing: ongoing.map((release) => listed(release, true)),
    frameworks: names.map((name) => ({ name, releases: over.filter(({ frameworkName }) => frameworkName === name).map((release) => listed(release, false)) })),
  };
}

function listed({ id, frameworkName, label, state, createdAt, publishedAt, counts, undecided, progress, canBeWithdrawn }: ReleaseSummary, namesFramework: boolean): ListedRelease {
  return {
    id,
    name: namesFramework && frameworkName !== '' ? `${frameworkName}: ${label}` : label,
    state,
    handedIn: momentInWords(createdAt),
    published: publishedAt && momentInWords(publishedAt),
    changes: countsInWords(counts),
    next: nextOf(state, undecided, canBeWithdrawn, progress),
  };
}

function nextOf(state: ReleaseSummary['state'], undecided: number, canBeWithdrawn: boolean, { stepsDone, steps }: ReleaseSummary['progress']): string {
  if (state === 'reading') return `${stepsDone} of ${steps} steps done`;
  if (state === 'open') return undecided > 0 ? sumUpWaiting(undecided) : 'Can be published.';
  return canBeWithdrawn ? 'Can be taken back.' : '';
}

export const meta: MetaFunction = () => [{ title: pageTitle('Releases') }];

export default function Releases() {
  const { notice, ongoing, frameworks } = useLoaderData<typeof loader>();
  const isEmpty = ongoing.length + frameworks.length === 0;
  return (
    <>
      <Breadcrumbs items={[{ label: 'Framework', to: '/framework' }, { label: 'Releases' }]} />
      {notice && <Notice>{notice}</Notice>}
      <Page title="Releases" lead={isEmpty ? undefined : leadOf(ongoing)}>
        {isEmpty ? (
          <EmptyState title="No release yet" action={{ to: '/framework/import', label: 'Import a release' }}>
            <p>
              When the framework is released anew, import its documents. You see what changes and for whom, decide, and publish; nothing is put to use before.
            </p>
          </EmptyState>
        ) : (
          <>
            <p className="mb-part">
              <ButtonLink to="/framework/import">Import a release</ButtonLink>
            </p>
            {ongoing.length > 0 && <ReleaseTable caption="In hand, the newest first" releases={ongoing} />}
            {frameworks.map(({ name, releases }) => (
              <ReleaseTable key={name} caption={name === '' ? 'Not recognised' : name} releases={releases} />
            ))}
          </>
        )}
      </Page>
    </>
  );
}

function leadOf(ongoing: readonly ListedRelease[]): string {
  const open = ongoing.filter(({ state }) => state === 'open').length;
  if (open === 0) return 'No release waits for you.';
  return open === 1 ? '1 release waits for decisions or to be published.' : `${open} releases wait for decisions or to be published.`;
}
