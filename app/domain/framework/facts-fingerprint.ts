import type { FrameworkFacts } from './framework-facts.ts';
import { orderFacts } from './order-facts.ts';

/** How a download writes what it says; kept for exports, and no fact. */
const formOnly = new Set(['writtenAs', 'noDescription', 'requiredBy']);

/** One string for the same facts, in whatever order they are given: equal strings mean equal facts. Long; meant to be hashed. */
export function factsFingerprint(facts: FrameworkFacts): string {
  return JSON.stringify(orderFacts(facts), (key, value: unknown) => (formOnly.has(key) ? undefined : value));
}
