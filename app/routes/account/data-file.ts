import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { jsonFile } from '#app/platform/json-file.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { tooManyRequests } from '#app/platform/responses.server.ts';
import { takeTurn } from '#app/platform/throttle/throttle.server.ts';
import { readOwnData } from '#app/services/privacy/read-own-data.server.ts';

export const handle = { access: 'signed-in' satisfies RouteAccess };

/** Everything that is recorded about oneself, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const turn = await takeTurn('export', { user: context.viewer.userId ?? '' });
  if (!turn.allowed) throw tooManyRequests(turn.retryAfterSeconds);
  return jsonFile('my-data.json', await readOwnData(context, 'file'));
}
