import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { jsonFile } from '#app/platform/json-file.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { readPersonData } from '#app/services/privacy/read-person-data.server.ts';

export const handle = { access: { action: 'export-person', subject: 'person' } satisfies RouteAccess };

/** Everything that the organisation holds about a person, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const turn = await takeTurn('export', { user: context.viewer.userId ?? '' });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  try {
    const { data } = await readPersonData(context, params.personId ?? '', 'file');
    return jsonFile('personal-data.json', data);
  } catch (error) {
    // Nothing was taken out where the answer is no.
    await turn.giveBack();
    throw error;
  }
}
