/** A level as a number with its name: "2 working"; level 0 is "0 not yet"; nothing for none. */
export function levelName(scale: readonly { ordinal: number; name: string }[], ordinal: number | null): string {
  if (ordinal === null) return '';
  if (ordinal === 0) return '0 not yet';
  const name = scale.find((step) => step.ordinal === ordinal)?.name.toLowerCase() ?? '';
  return `${ordinal} ${name}`.trim();
}
