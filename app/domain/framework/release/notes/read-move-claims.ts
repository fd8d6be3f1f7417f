import type { NoteClaim } from './note-claim.ts';

type Move = Extract<NoteClaim, { kind: 'renamed' | 'merged' | 'split' }>;
type Part = Move['part'];

const mark = '<\\d+>';
const what = '(?:skills?|roles?|role levels?|levels?|job titles?)';
const lead = `(?:the |an? |existing |former |new )*(?:${what},? )?${mark}`;
const more = `(?:,| and| or| &|, and)+ (?:the )?(?:${what} )?${mark}`;
const end = `(?: ${what})?(?: \\([^)]*\\))?`;
const list = `${lead}(?:${more})*${end}`;
const was = '(?:has been|have been|was|were|is|are|is being|are being|being)';
/** A list as the object of a sentence: what a further verb follows belongs to the next clause. */
const object = `${lead}(?:${more}(?!(?: ${what})? ${was}))*${end}`;
const joined = '(?:merged|combined|consolidated|amalgamated|joined|folded|absorbed|incorporated|unified|brought together|rolled up)';
const parted = '(?:split|divided|separated|broken up|broken down|parted)';
const named = '(?:renamed|re-named|retitled|re-titled|rebranded)';
const called = '(?:called|known as|named|titled)';

/** Each pattern with what it claims; the groups are lists of names. The first pattern that fits a sentence counts. */
const patterns: readonly [RegExp, (groups: (string[] | undefined)[]) => Omit<Move, 'part'>[]][] = [
  [of(`(${list}) (?:and|with) (${list}) ${was}(?: now)? ${joined} (?:in)?to(?: form| create| become| make)? (?:one |a single |a new )?(${list})`), ([a = [], b = [], c]) => merged([...a, ...b], c)],
  [of(`(${list}) ${was}(?: now)? ${joined} with (${list}),? (?:(?:in)?to|as|and)(?: (?:is |are )?(?:now )?(?:form|create|become|make|${named}|${called})(?: as| to)?)? (?:one |a single |a new )?(${list})`), ([a = [], b = [], c]) => merged([...a, ...b], c)],
  [of(`(${list}) ${was}(?: now)? ${joined} with (${list})`), ([a = [], b = []]) => merged([...a, ...b])],
  [of(`(${list}) ${was}(?: now)? (?:${joined}|moved|part) (?:together )?(?:in|into|under|within|as|by|to form|to create|to become|to make|of)(?: one| a single| a new| the new| the existing)? (${list})`), ([a = [], b]) => merged(a, b)],
  [of(`(?:merged|combined|consolidated|amalgamated|folded|incorporated|absorbed) (${list}) (?:into|in|under|within|to form|to create|to become|to make|as)(?: one| a single| a new)? (${list})`), ([a = [], b]) => merged(a, b)],
  [of(`(?:merged|combined|consolidated) (${list}) with (${list})`), ([a = [], b = []]) => merged([...a, ...b])],
  [of(`(${list}) (?:has absorbed|absorbs|brings together|combines|merges|was formed from|was created from|is a merger of|results from merging) (${list})`), ([a, b = []]) => merged(b, a)],
  [of(`(${list}) ${was}(?: now)? ${parted}(?: up)? (?:in|into|between|across)(?: the)?(?: two| three| four| separate| new)* (${list})`), ([a, b = []]) => split(a, b)],
  [of(`(?:split|divided|separated) (${list}) (?:in|into)(?: two| three| four| separate| new)* (${list})`), ([a, b = []]) => split(a, b)],
  [of(`(${list}) ${was} ${parted} (?:out of|off from|off|out from|from) (${list})`), ([a = [], b]) => split(b, a)],
  [of(`(?:${named}|names?(?: of [^<]*?)? (?:${was} )?(?:changed|updated|amended)|changed (?:the |its |their )?names?)(?: of [^<]*)? from (${list}) (?:to|into) (${list})`), ([a = [], b = []]) => renamed(a, b)],
  [of(`(${list})(?:'s)? (?:names?|titles?) (?:${was} )?(?:changed|updated|amended|corrected)(?: from ${mark})? to (${list})`), ([a = [], b = []]) => renamed(a, b)],
  [of(`(?:name|title)s? of (${list}) (?:${was} )?(?:changed|updated|amended|corrected) to (${list})`), ([a = [], b = []]) => renamed(a, b)],
  [of(`(${list})(?: has| have)?(?: ${was})? (?:changed|updated|amended) (?:its|their) (?:name|title)s? to (${list})`), ([a = [], b = []]) => renamed(a, b)],
  [of(`(?:${named}) (${list}) (?:to |as |into )?(${list})`), ([a = [], b = []]) => renamed(a, b)],
  [of(`(${list})(?:,| \\()? ?(?:which |that )?(?:${was} )?(?:previously|formerly|once|earlier|used to be|until now)(?: was| were)? (?:${called} |the )?(${object})`), ([a = [], b = []]) => renamed(b, a)],
  [of(`(${list}),? (?:which |that )?(?:${was} )?(?:now |also )?(?:${named}|${called}|now is|becomes|became|has become|have become|will be(?: ${called})?)(?: respectively)?(?: to| as| the)? (${object})`), ([a = [], b = []]) => renamed(a, b)],
];

/**
 * The renames, mergers and splits that one sentence claims; names as numbers of their marks resolved by `nameOf`. `page`
 * stands for "this skill" and the like. A sentence with "not", "may" or "will no longer" in front of the verb claims nothing.
 */
export function readMoveClaims(sentence: string, nameOf: (mark: string) => string, page: string | null): Move[] {
  if (/\b(?:not|never|cannot|may|might|could|should|planned|proposed|consider(?:ing|ed)?)\b(?![^<]*\bpreviously\b)/i.test(sentence)) return [];
  const part = partOf(sentence);
  for (const [pattern, claim] of patterns) {
    const found = [...sentence.matchAll(pattern)];
    if (found.length === 0) continue;
    const claims = found.flatMap(([, ...groups]) => claim(groups.map((group) => group?.match(/<\d+>/g)?.map(nameOf))));
    if (claims.length > 0) return claims.map((one) => ({ ...one, part }) as Move);
  }
  return page === null ? [] : ofPage(sentence, nameOf, page, part);
}

function ofPage(sentence: string, nameOf: (mark: string) => string, page: string, part: Part): Move[] {
  const self = '(?:this|the) (?:skill|role|role level|page)';
  const to = new RegExp(`^(?:${self} (?:${was} )?(?:now )?)?(?:${named}|now ${called}) (?:to |as |into )?(${mark})(?! to\\b)`, 'i').exec(sentence);
  const from = new RegExp(`^(?:${self} ${was} )?(?:${named} from|(?:previously|formerly)(?: ${called})?) (${mark})`, 'i').exec(sentence);
  const into = new RegExp(`^${self} ${was} (?:now )?${joined} into (?:the )?(?:${what} )?(${mark})`, 'i').exec(sentence);
  const moves: Move[] = [];
  if (to?.[1] !== undefined) moves.push({ kind: 'renamed', part, from: page, to: nameOf(to[1]) });
  else if (from?.[1] !== undefined) moves.push({ kind: 'renamed', part, from: nameOf(from[1]), to: page });
  else if (into?.[1] !== undefined) moves.push({ kind: 'merged', part, from: [page], to: nameOf(into[1]) });
  return moves.filter((move) => move.kind !== 'renamed' || move.from.toLowerCase() !== move.to.toLowerCase());
}

function partOf(sentence: string): Part {
  if (/\brole levels?\b/i.test(sentence)) return 'role-level';
  const [skill, role] = [/\bskills?\b/i.test(sentence), /\broles?\b/i.test(sentence)];
  return skill === role ? null : skill ? 'skill' : 'role';
}

function renamed(from: string[], to: string[]): Omit<Move, 'part'>[] {
  return from.length === to.length ? from.map((name, index) => ({ kind: 'renamed', from: name, to: to[index] ?? '' })) : [];
}

function merged(from: string[], to?: string[]): Omit<Move, 'part'>[] {
  if (to !== undefined && to.length > 1) return [];
  return to !== undefined || from.length > 1 ? [{ kind: 'merged', from, to: to?.[0] ?? null }] : [];
}

function split(from: string[] | undefined, to: string[]): Omit<Move, 'part'>[] {
  return from?.length === 1 ? [{ kind: 'split', from: from[0] ?? '', to }] : [];
}

function of(pattern: string): RegExp {
  return new RegExp(pattern, 'gi');
}
