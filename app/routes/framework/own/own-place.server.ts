import { redirect } from '@remix-run/node';
import type { Context } from '#app/platform/context.ts';
import { requireContext } from '#app/platform/require-context.server.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import { readOwnAdditions, type OwnAdditionsView } from '#app/services/framework/own/read-own-additions.server.ts';

/** Where one is: a framework, and what the organisation adds to it. */
export interface OwnPlace {
  context: Context;
  view: OwnAdditionsView;
  /** The parameters of the address. */
  search: URLSearchParams;
}

/**
 * What the pages of own additions start from: the framework that the address names, or the first that is adopted. Where
 * none is adopted, the list says what to do first. Throws 403 and 404 as the service does.
 */
export async function ownPlace(request: Request): Promise<OwnPlace> {
  const context = await requireContext(request);
  const search = new URL(request.url).searchParams;
  const frameworkKey = search.get('framework') ?? (await readAdoptedVersions(context))[0]?.frameworkKey;
  if (frameworkKey === undefined) throw redirect('/framework/own');
  return { context, view: await readOwnAdditions(context, frameworkKey), search };
}
