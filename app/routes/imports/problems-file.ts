import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { requireTurn } from '#app/platform/throttle/require-turn.server.ts';
import { exportProblems } from '#app/services/imports/export-problems.server.ts';
import { requireImporter } from '#app/services/imports/require-importer.server.ts';
import { sheetFormats } from '#app/services/imports/sheet-formats.ts';
import { sheetAnswer } from './sheet-answer.ts';

export const handle = { access: { action: 'import-people', subject: 'anywhere' } satisfies RouteAccess };

/** The spreadsheet with a column of what is wrong. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  requireImporter(context);
  const format = (Object.keys(sheetFormats) as (keyof typeof sheetFormats)[]).find((known) => known === params.format);
  if (format === undefined) throw notFound();
  await requireTurn('export', { user: context.viewer.userId ?? '' });
  return sheetAnswer(await exportProblems(context, params.importId ?? '', format));
}
