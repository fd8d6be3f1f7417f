import type { ToldPicture } from '#app/charts/heatmap/told/told-picture.ts';

/** A few pictures that were fetched, by address, so that going back and forth between views asks but carries nothing. */
const kept = new Map<string, { tag: string; told: ToldPicture }>();
const mostKept = 4;

/**
 * A picture as it is told, from its address. What the browser has in memory is asked for by its tag and taken again when the server says
 * that it is still so. Throws an Error where the answer is not a picture: signed out meanwhile, not allowed, no network.
 */
export async function fetchTold(address: string, signal: AbortSignal): Promise<ToldPicture> {
  const known = kept.get(address);
  const answer = await fetch(address, { signal, headers: known && { 'If-None-Match': known.tag } });
  if (answer.status === 304 && known) return known.told;
  if (!answer.ok || answer.redirected) throw new Error(address);
  const told = (await answer.json()) as ToldPicture;
  kept.set(address, { tag: answer.headers.get('ETag')!, told });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return told;
}
