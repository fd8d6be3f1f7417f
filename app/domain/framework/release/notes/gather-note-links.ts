import type { ChangeNote } from '#app/domain/framework/framework-facts.ts';
import { plainKey } from '#app/domain/framework/release/pairing/plain-key.ts';
import { nameFinder } from './name-finder.ts';
import type { NoteClaim } from './note-claim.ts';
import type { NoteLink } from './note-link.ts';
import { readNoteClaims } from './read-note-claims.ts';

const telling = /renam|re-nam|titled|\bnames?\b|called|known as|becom|became|former|previous|merg|combin|consolid|amalgam|absorb|incorporat|fold|joined|brought|brings|rolled|unified|split|divid|separat|broken|parted|moved/i;

/**
 * What the notes say about names, held against the names of the two states. A name that a state does not know is
 * followed through other notes that rename it, so that A -> B and B -> C are A -> C where a release was skipped.
 * In the order of the notes' dates, then as they were given; the same claim twice is one, with the latest note.
 */
export function gatherNoteLinks(notes: readonly ChangeNote[], before: readonly string[], after: readonly string[]): NoteLink[] {
  const finder = nameFinder([...before, ...after]);
  const sorted = notes.filter(({ note }) => telling.test(note)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : order(a, b)));
  const links = sorted.flatMap((note) => readNoteClaims(note, finder).flatMap((claim) => linkOf(claim, note)));
  const renames = links.filter((link) => link.kind === 'renamed');
  const [known, now] = [new Set(before.map(plainKey)), new Set(after.map(plainKey))];
  const back = (key: string) => follow(key, known, (name) => renames.findLast((link) => link.to[0] === name)?.from[0]);
  const forth = (key: string) => follow(key, now, (name) => renames.findLast((link) => link.from[0] === name)?.to[0]);
  const followed = new Map<string, NoteLink>();
  for (const link of links) {
    const whole = { ...link, from: [...new Set(link.from.map(back))], to: [...new Set(link.to.map(forth))] };
    if (whole.from.join() === whole.to.join()) continue;
    followed.set(JSON.stringify([whole.kind, whole.from, whole.to]), whole);
  }
  return [...followed.values()];
}

function order(left: ChangeNote, right: ChangeNote): number {
  const [a, b] = [`${left.page} ${left.note}`, `${right.page} ${right.note}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

function linkOf(claim: NoteClaim, note: ChangeNote): NoteLink[] {
  if (claim.kind === 'renamed') return [{ kind: claim.kind, part: claim.part, from: [plainKey(claim.from)], to: [plainKey(claim.to)], note }];
  if (claim.kind === 'merged') return [{ kind: claim.kind, part: claim.part, from: claim.from.map(plainKey), to: claim.to === null ? [] : [plainKey(claim.to)], note }];
  if (claim.kind === 'split') return [{ kind: claim.kind, part: claim.part, from: [plainKey(claim.from)], to: claim.to.map(plainKey), note }];
  return [];
}

function follow(key: string, known: ReadonlySet<string>, next: (key: string) => string | undefined): string {
  const seen = new Set<string>();
  for (let name: string | undefined = key; name !== undefined && !seen.has(name); name = next(name)) {
    if (known.has(name)) return name;
    seen.add(name);
  }
  return key;
}
