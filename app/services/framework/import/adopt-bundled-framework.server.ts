import type { Context } from '#app/platform/context.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import { officialFramework } from './official-framework.ts';
import { publishVersion, type PublishedVersion } from '#app/services/framework/publish/publish-version.server.ts';

/**
 * Gives a new organisation the framework that comes with the product: all names, expected levels and
 * known grades, and our own summaries of the IT operations skills. The official wording comes with an
 * import. Throws 403 where the viewer may not import a framework.
 */
export async function adoptBundledFramework(context: Context): Promise<PublishedVersion> {
  const { label, facts } = loadCatalogue();
  const { key, name, kind } = officialFramework;
  return publishVersion(context, { frameworkKey: key, frameworkName: name, kind, label, facts });
}
