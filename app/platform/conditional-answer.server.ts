import { revisionTag } from './revision-tag.server.ts';

/** Nobody on the way may keep it, nor the browser on its own: it names people. What a page holds in its memory it asks about again. */
const headers = { 'Cache-Control': 'private, no-store' };

/**
 * What `make` answers, as JSON with its `ETag`; or, where the request names that of this revision, 304 and nothing more. `revision`
 * is read before, and by somebody who was found to be allowed to see what is made (readPictureRevision). A look that is answered
 * by 304 shows nothing that was not shown, and recorded, before: it is not recorded again.
 */
export async function conditionalAnswer(request: Request, revision: string, make: () => Promise<unknown>): Promise<Response> {
  const { tag, isKnown } = revisionTag(request, revision);
  if (isKnown) return new Response(null, { status: 304, headers: { ...headers, ETag: tag } });
  return Response.json(await make(), { headers: { ...headers, ETag: tag } });
}
