import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { exportJobDescription } from '#app/services/framework/job/export-job-description.server.ts';

export const handle = { access: { action: 'write-job-descriptions', subject: 'organisation' } satisfies RouteAccess };

/** The job description as a document for a word processor, under a name that nobody else chooses. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const bytes = await exportJobDescription(await requireContext(request), params.jobDescriptionId ?? '');
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'Content-Disposition': 'attachment; filename="job-description.docx"',
    },
  });
}
