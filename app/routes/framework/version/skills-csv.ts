import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { exportSkillsCsv } from '#app/services/framework/export/export-skills-csv.server.ts';
import { csvFile } from './csv-file.server.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return csvFile(await exportSkillsCsv(context, params.versionId ?? ''));
}
