/** A step of the framework's scale, as pictures need it. */
interface ScaleName {
  /** From 1. */
  ordinal: number;
  name: string;
}

/** The name of a level before its number: "working, "; nothing for a level that the scale does not name. */
export function levelWords(ordinal: number, scale: readonly ScaleName[]): string {
  if (ordinal === 0) return 'not yet at the first level, ';
  const step = scale.find((one) => one.ordinal === ordinal);
  return step ? `${step.name.toLowerCase()}, ` : '';
}
