import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';

/** The ordinal (1 up) of the scale's step with this name, in any letter case; null where the scale has no such step. */
export function matchScaleStep(word: string, scale: readonly ScaleStep[]): number | null {
  const key = nameKey(word);
  return scale.find((step) => nameKey(step.name) === key)?.ordinal ?? null;
}
