import { setFlagsFromString } from 'node:v8';

/** By so many per cent the memory may grow past what is in use before it is cleared up. */
const growth = 40;

/**
 * Keeps the memory of this process near what it uses. By itself Node lets it grow to several times that before it clears up, which
 * for a large spreadsheet is more than a small machine has. To be called once, at the start; threads begun later follow it too.
 */
export function boundMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
