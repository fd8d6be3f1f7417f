import { tidyEmail } from '#app/domain/access/tidy-email.ts';
import { plainEmail } from './plain-email.ts';

/** Another address that may have been meant, and why it looks so. */
export interface LookAlike {
  address: string;
  why: 'look-alike-letters' | 'same-mailbox' | 'slip-in-name' | 'slip-in-domain';
}

interface Known {
  address: string;
  /** As it is read at a glance. */
  seen: string;
  /** Without what stands behind a plus sign, in plain letters. */
  plain: string;
  /** Of `plain`: people are told apart by numbers. */
  digits: string;
}

interface Index {
  bySeen: Map<string, Known[]>;
  byPlain: Map<string, Known[]>;
  /** By the address less one of its characters: two that are one slip apart meet here, or in `byPlain`. */
  byRest: Map<string, Known[]>;
}

/** Slips are not looked for in addresses that are longer: each would stand under as many rests as it has characters. */
const longest = 80;
/** A bucket that more addresses share, such as those of numbered accounts, tells of no slip. */
const mostInBucket = 50;

const indexes = new WeakMap<readonly string[], Index>();

/**
 * Another of these addresses that this one looks like without being the same (tidyEmail), the likeliest first; null where there
 * is none. Looked for are letters of another script or shape (Cyrillic а, "rn" for "m", "1" for "l"), the same mailbox behind a
 * plus sign, and one slip of the finger: two letters swapped or one missing inside a word of five letters or more before the
 * at sign, or one letter wrong in such a word behind it. Different digits, first or last letters and short words tell people
 * apart and are left alone. Costs as much as the address is long, whatever the number of others. `others` is not to be changed afterwards.
 */
export function lookAlikeEmail(address: string, others: readonly string[]): LookAlike | null {
  const index = indexes.get(others) ?? makeIndex(others);
  const own = know(address);
  const isOther = (known: Known) => known.address !== own.address;
  const mailbox = index.byPlain.get(own.plain)?.find((known) => isOther(known) && isPlusTagged(known, own));
  if (mailbox) return { address: mailbox.address, why: 'same-mailbox' };
  const twin = index.bySeen.get(own.seen)?.find(isOther);
  if (twin) return { address: twin.address, why: 'look-alike-letters' };
  const rests = restsOf(own.plain);
  const buckets = [...rests, own.plain].map((text) => index.byRest.get(text)).concat(rests.map((text) => index.byPlain.get(text)));
  for (const bucket of buckets) {
    if (!bucket || bucket.length > mostInBucket) continue;
    for (const known of bucket) {
      const why = known.digits === own.digits && isOther(known) ? slipBetween(own.plain, known.plain) : null;
      if (why) return { address: known.address, why };
    }
  }
  return null;
}

function know(address: string): Known {
  const { plain, seen } = plainEmail(address);
  return { address: tidyEmail(address), plain, seen, digits: plain.replace(/\D/g, '') };
}

function makeIndex(others: readonly string[]): Index {
  const index: Index = { bySeen: new Map(), byPlain: new Map(), byRest: new Map() };
  for (const other of others) {
    const known = know(other);
    push(index.bySeen, known.seen, known);
    push(index.byPlain, known.plain, known);
    for (const rest of restsOf(known.plain)) push(index.byRest, rest, known);
  }
  indexes.set(others, index);
  return index;
}

function push(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key);
  if (list) list.push(known);
  else map.set(key, [known]);
}

function isPlusTagged(one: Known, other: Known): boolean {
  return one.address.includes('+') || other.address.includes('+');
}

function restsOf(plain: string): string[] {
  if (plain.length > longest) return [];
  return [...new Set(Array.from(plain, (_, at) => plain.slice(0, at) + plain.slice(at + 1)))];
}

/** Where the one slip between two addresses lies; null where there is more than one, or where it tells people apart. */
function slipBetween(one: string, other: string): LookAlike['why'] | null {
  const [localOne, domainOne] = halves(one);
  const [localOther, domainOther] = halves(other);
  if (domainOne === domainOther) return isSlip(localOne.split(/[._-]/), localOther.split(/[._-]/), false) ? 'slip-in-name' : null;
  if (localOne !== localOther) return null;
  return isSlip(domainOne.split('.'), domainOther.split('.'), true) ? 'slip-in-domain' : null;
}

function halves(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
}

function isSlip(one: readonly string[], other: readonly string[], isDomain: boolean): boolean {
  if (one.length !== other.length) return false;
  const unlike = one.flatMap((word, place) => (word === other[place] ? [] : [[word, other[place]!] as const]));
  const [pair] = unlike;
  if (unlike.length !== 1 || !pair) return false;
  const [short, long] = [...pair].sort((left, right) => left.length - right.length) as [string, string];
  if (long.length < 5) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const tail = long.length - start - 1;
  if (short.length < long.length) return (isDomain || (start > 0 && tail > 0)) && short.slice(start) === long.slice(start + 1);
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start] && short.slice(start + 2) === long.slice(start + 2);
  return isSwapped || (isDomain && short.slice(start + 1) === long.slice(start + 1));
}
