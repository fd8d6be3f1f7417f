import { createHash } from 'node:crypto';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';

/** SHA-256, in hexadecimal, of what the facts say, in whatever order they are given: equal for equal facts. */
export function hashFacts(facts: FrameworkFacts): string {
  return createHash('sha256').update(factsFingerprint(facts)).digest('hex');
}
