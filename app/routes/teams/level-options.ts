/**
 * The levels that a rule may ask for, up to the last step of the longest scale. A form that is filled in before its
 * skill is known names a step as every framework does; one beyond the scale of the skill is refused when it is sent.
 */
export function levelOptions(versions: readonly { scale: readonly { ordinal: number; name: string }[] }[]): { value: string; label: string }[] {
  const last = Math.max(0, ...versions.map(({ scale }) => scale.length));
  return Array.from({ length: last }, (_, at) => {
    const names = versions.flatMap(({ scale }) => scale.filter(({ ordinal }) => ordinal === at + 1).map(({ name }) => name));
    return { value: String(at + 1), label: `${[...new Set(names)].join(' or ')} (${at + 1})` };
  });
}
