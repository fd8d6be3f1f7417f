import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { exportWorkbook } from '#app/services/framework/export/export-workbook.server.ts';
import { versionFile } from './version-file.server.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  return versionFile(await exportWorkbook(context, params.versionId ?? '', 'ods'));
}
