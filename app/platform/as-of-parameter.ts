const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The date that an address asks for. Nothing asked: undefined. Not a real date: null, and the page
 * says so instead of answering for another day.
 */
export function asOfParameter(url: string): string | null | undefined {
  const asked = new URL(url).searchParams.get('asOf')?.trim();
  if (!asked) return undefined;
  const parts = isoDate.exec(asked);
  if (!parts) return null;
  const [, year, month, day] = parts.map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  return date.toISOString().slice(0, 10) === asked ? asked : null;
}
