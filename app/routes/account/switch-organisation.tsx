import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { readForm, typed } from '#app/platform/form/read-form.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { switchOrganisation } from '#app/services/accounts/switch-organisation.server.ts';

export const handle = { access: 'signed-in' satisfies RouteAccess };

/** The organisations stand on the account's own page. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireContext(request);
  return redirect('/account#organisations');
}

export async function action({ request }: ActionFunctionArgs) {
  const context = await requireContext(request);
  const organisationId = typed(await readForm(request), 'organisationId');
  const cookie = await switchOrganisation(request, context, organisationId);
  if (cookie === null) return redirect('/sign-in');
  return redirect('/', { headers: { 'Set-Cookie': cookie } });
}
