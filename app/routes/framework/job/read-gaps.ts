/** Skills that a post is to close a gap in, as an address or a form names them: `key` or `key:level`, 1-9; an address may have the id in place of the key. Others are left out. */
export function readGaps(values: readonly string[]): { key: string; level: number | null }[] {
  return values.slice(0, 20).flatMap((value) => {
    const found = /^([\w-]{1,120})(?::([1-9]))?$/.exec(value);
    return found?.[1] === undefined ? [] : [{ key: found[1], level: found[2] === undefined ? null : Number(found[2]) }];
  });
}
