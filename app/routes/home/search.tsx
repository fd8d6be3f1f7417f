import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readSearch } from '#app/services/reports/read-search.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page } from '#app/ui/page.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TextLink } from '#app/ui/text-link.tsx';

export const handle = { access: 'signed-in' satisfies RouteAccess };

export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const words = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100);
  return { words, found: await readSearch(context, words), mayReadFramework: isPermitted(context.viewer, 'read-framework') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.words ? `Search for ${data.words}` : 'Search') },
];

export default function Search() {
  const { words, found, mayReadFramework } = useLoaderData<typeof loader>();
  const groups = [
    {
      title: 'People',
      items: found.people.map(({ id, name, teamName }) => ({ to: `/people/${id}`, label: teamName ? `${name}, ${teamName}` : name })),
    },
    { title: 'Teams', items: found.teams.map(({ id, name }) => ({ to: `/teams/${id}`, label: name })) },
    { title: 'Skills', items: found.skills.map(({ key, name }) => ({ to: `/framework/skills/${key}`, label: name })) },
  ].filter((group) => group.items.length > 0);
  return (
    <Page title={words ? `Search for "${words}"` : 'Search'}>
      {groups.length === 0 && (
        <EmptyState title="Nothing found">
          <p>Search for at least two letters of a person, a team or a skill that you may see.</p>
        </EmptyState>
      )}
      {words.trim() !== '' && mayReadFramework && (
        <p className="mb-step">
          <TextLink to={`/framework/search?q=${encodeURIComponent(words)}`}>Search the wording of the framework for “{words}”</TextLink>
        </p>
      )}
      {groups.map(({ title, items }) => (
        <section key={title} className="mb-part">
          <h2 className="mb-close text-heading-m font-heading">{title}</h2>
          <ul className="grid gap-close">
            {items.map(({ to, label }) => (
              <li key={to}>
                <TextLink to={to}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
