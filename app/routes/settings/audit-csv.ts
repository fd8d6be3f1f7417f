import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { exportAudit } from '#app/services/organisation/export-audit.server.ts';
import { auditSearch } from './audit-search.server.ts';

export const handle = { access: { action: 'read-audit', subject: 'organisation' } satisfies RouteAccess };

/** The audit that the filters of the address leave, as a file whose name nobody else chooses. */
export async function loader({ request }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  const { filters, problems } = auditSearch(request.url);
  if (problems.length > 0) {
    const text = problems.map(({ field, message }) => `${field}: ${message}.\n`).join('');
    return new Response(text, { status: 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  const { text } = await exportAudit(context, filters);
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="audit-${todayOf(context)}.csv"`,
    },
  });
}
