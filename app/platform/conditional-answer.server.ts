import { revisionTag } from './revision-tag.server.ts';

/**
 * What `make` answers, as JSON with its `ETag`; or, where the request names that of this revision, 304 and nothing more. `revision`
 * is read before, and by somebody who was found to be allowed to see what is made (readPictureRevision). A look that is answered
 * by 304 shows nothing that was not shown, and recorded, before: it is not recorded again. Nobody may keep the answer, as with every
 * other (`no-store`): what a page holds in its memory it asks about again.
 */
export async function conditionalAnswer(request: Request, revision: string, make: () => Promise<unknown>): Promise<Response> {
  const { tag, isKnown } = revisionTag(request, revision);
  if (isKnown) return new Response(null, { status: 304, headers: { ETag: tag } });
  return Response.json(await make(), { headers: { ETag: tag } });
}
