import { readBroken } from './read-broken.ts';
import type { Broken } from './told-figure.ts';

/** How a text is broken into these lines, for `readBroken`. */
export function tellBroken(text: string, lines: readonly string[]): Broken {
  let at = 0;
  const places = lines.slice(0, -1).map((line) => (at = text.indexOf(line, at) + line.length));
  const told = places.length === 0 ? 0 : places;
  return readBroken(text, told).join('\n') === lines.join('\n') ? told : [...lines];
}
