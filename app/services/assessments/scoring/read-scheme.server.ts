import { isUuid } from '#app/platform/is-uuid.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { readSchemes, type Scheme } from './read-schemes.server.ts';

/** One scoring scheme. Throws 404 for an unknown one, 403 where the viewer may not manage them. */
export async function readScheme(context: Context, schemeId: string): Promise<Scheme> {
  const found = (await readSchemes(context)).find((scheme) => isUuid(schemeId) && scheme.id === schemeId);
  if (!found) throw notFound();
  return found;
}
