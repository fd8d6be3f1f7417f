import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';

/**
 * Where to go after writing an objective: to the picture whose panel led to the form (`?from=`), which shows it in the panel, else to the
 * review, with a notice by its name where something was done.
 */
export function wayBack(url: URL, personId: string, notice: string | null): string {
  const from = safeReturnPath(url.searchParams.get('from'));
  return /^\/teams\/[^/?#]+\/heatmap(\?|$)/.test(from) ? from : `/people/${personId}/review${notice === null ? '' : `?notice=${notice}`}#objectives`;
}
