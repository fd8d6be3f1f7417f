import type { LoaderFunctionArgs } from '@remix-run/node';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { jobDescriptionBlocks } from '#app/domain/framework/job/job-description-blocks.ts';
import { jobDescriptionSource } from '#app/domain/framework/job/job-description-source.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readJobDescription } from '#app/services/framework/job/read-job-description.server.ts';
import { JobDocument } from './job-document.tsx';

export const handle = { access: { action: 'write-job-descriptions', subject: 'organisation' } satisfies RouteAccess };

/** The job description as one web page that stands by itself, to be sent or put on a site. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { title, sections, ...origin } = await readJobDescription(await requireContext(request), params.jobDescriptionId ?? '');
  const blocks = jobDescriptionBlocks(title, sections, jobDescriptionSource(origin));
  return new Response(`<!doctype html>\n${renderToStaticMarkup(<JobDocument title={title} blocks={blocks} />)}\n`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': 'attachment; filename="job-description.html"',
    },
  });
}
