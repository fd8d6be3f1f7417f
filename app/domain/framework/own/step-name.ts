import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';

/** A level in words, such as "Working (2)"; null is "not expected". */
export function stepName(scale: readonly ScaleStep[], level: number | null): string {
  if (level === null) return 'not expected';
  const step = scale.find(({ ordinal }) => ordinal === level);
  return step === undefined ? `level ${level}` : `${step.name} (${level})`;
}
