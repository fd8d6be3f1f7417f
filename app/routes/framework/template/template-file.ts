import type { LoaderFunctionArgs } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { templateExample } from '#app/domain/framework/template/template-example.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { templateFormats } from '#app/services/framework/files/template-formats.ts';
import { writeTemplate } from '#app/services/framework/files/write-template.server.ts';

export const handle = { access: { action: 'read-framework', subject: 'organisation' } satisfies RouteAccess };

/** The template with its example, as a workbook or as one of its tables. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const context = await requireContext(request);
  authorise(context, 'read-framework');
  const format = templateFormats.find((known) => known === params.format);
  if (format === undefined) throw notFound();
  const { bytes, mediaType } = writeTemplate(templateExample.frameworkName, templateExample.facts, format);
  const fileName = format.endsWith('.csv') ? format : `framework-template.${format}`;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${fileName}"` },
  });
}
