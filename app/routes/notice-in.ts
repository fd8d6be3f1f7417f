/**
 * The sentence that an address asks for by its `?notice=`; null for none, and for a name that is not in the table.
 * An address may hold anything: `toString` and its like stand in every object, and are nobody's notice.
 */
export function noticeIn(notices: Readonly<Record<string, string>>, request: Request): string | null {
  const name = new URL(request.url).searchParams.get('notice');
  return name !== null && Object.hasOwn(notices, name) ? notices[name]! : null;
}
