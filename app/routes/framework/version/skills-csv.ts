import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { exportSkillsCsv } from '#app/services/framework/export/export-skills-csv.server.ts';
import { versionFile } from './version-file.server.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { fileName, text } = await exportSkillsCsv(context, params.versionId ?? '');
  return versionFile({ fileName, bytes: text, mediaType: 'text/csv; charset=utf-8' });
}
