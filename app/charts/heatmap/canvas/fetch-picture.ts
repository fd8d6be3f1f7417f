import type { Picture } from '#app/domain/capability/picture/picture.ts';

/** What was fetched last, by address: a few pictures, so that going back and forth between views asks but carries nothing. */
const kept = new Map<string, { tag: string; picture: Picture }>();
const mostKept = 4;

/**
 * The figures of a picture from their address. What the browser has in memory is asked for by its tag and taken again when the server says
 * that it is still so. Throws an Error where the answer is not a picture: signed out meanwhile, not allowed, no network.
 */
export async function fetchPicture(address: string, signal: AbortSignal): Promise<Picture> {
  const known = kept.get(address);
  const answer = await fetch(address, { signal, headers: { Accept: 'application/json', ...(known && { 'If-None-Match': known.tag }) } });
  if (answer.status === 304 && known) return known.picture;
  if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
  const picture = (await answer.json()) as Picture;
  kept.delete(address);
  kept.set(address, { tag: answer.headers.get('ETag') ?? '', picture });
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return picture;
}
