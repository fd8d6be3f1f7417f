import { gradeOrder } from '#app/domain/framework/grade-order.ts';
import type { NoteClaim } from './note-claim.ts';

const scaleWord = /^(?:awareness|working|practitioner|expert)(?: level)?$/i;
const changed = '(?:updated|changed|corrected|amended|revised|raised|lowered|increased|reduced|adjusted|edited|moved)';
const come = '(?:added|introduced|created)';
const go = '(?:removed|deleted|withdrawn|discontinued|retired|taken out|dropped)';
const unchangedMeaning =
  /\bno (?:substantive |material )?changes? (?:(?:was|were|has been|have been|is|are) )?(?:made )?(?:in|to|of) (?:\w+ )?meaning\b|\bmeaning\b[^.]*\b(?:not|n't|never)\b[^.]*\bchang|\bmeaning\b[^.]*\b(?:is|remains?|stays?|was|has been)\b[^.]*\b(?:unchanged|the same|as before|unaffected)|\b(?:not|n't|without)\b[^.]*\b(?:chang|alter|affect)\w*\b[^.]*\bmeaning\b|\bno change (?:in|to) meaning\b|\bsame meaning\b/i;
const changedMeaning =
  /\bmeaning\b[^.]*\b(?:has|have|was|were|is|are)\b(?: been)?(?: now)? (?:changed|altered|broadened|narrowed|widened|extended|different)|\b(?:change[sd]?|alter(?:s|ed)?|broaden(?:s|ed)?|narrow(?:s|ed)?|widen(?:s|ed)?)\b (?:in |to |of )?(?:the |its |their )?(?:meaning|scope)\b|\bscope\b[^.]*\b(?:broadened|narrowed|widened|extended|reduced|changed)\b|\b(?:substantially|significantly|completely|fundamentally) (?:rewritten|revised|changed|different)\b/i;
const forClarity = /\b(?:for|improve|improves|improved|improving|greater|better|more) (?:the )?(?:clarity|readability|consistency|clear|plain)\b|\b(?:typos?|typing errors?|spelling|grammar|punctuation|plain english|minor (?:edits?|wording|corrections?)|wording only|clearer|easier to read)\b/i;
const newContent = /\bnow (?:also )?(?:refers?|includes?|covers?|mentions?|requires?|says?|expects?|adds?|asks?)\b/i;

/**
 * The claims of one sentence about levels, expectations, grades and wording, and the names that it is about. `subjects`
 * are those of the sentence before. A sentence that tells new content takes back what `before` said about wording alone.
 */
export function readStateClaims(sentence: string, nameOf: (mark: string) => string, subjects: string[], before: NoteClaim[]): { claims: NoteClaim[]; subjects: string[] } {
  const all = (sentence.match(/<\d+>/g) ?? []).map(nameOf);
  const named = all.filter((name) => !scaleWord.test(name) && !isGradeList(name));
  const about = named.length > 0 ? named : subjects;
  const claims: NoteClaim[] = [];
  const negated = /\bnot (?:been )?(?:added|removed|updated|changed)\b/i.test(sentence);

  if (newContent.test(sentence)) {
    const mentioned = before.findIndex((claim) => claim.kind === 'wording-only' && !claim.said && claim.names.some((name) => subjects.includes(name)));
    if (mentioned !== -1) before.splice(mentioned, 1);
    return { claims, subjects: [] };
  }
  if (unchangedMeaning.test(sentence)) claims.push({ kind: 'wording-only', names: about, said: true });
  else if (changedMeaning.test(sentence)) claims.push({ kind: 'meaning-changed', names: about });
  if (negated) return { claims, subjects: named };

  const level = levelClaim(sentence, nameOf, named, all);
  if (level !== null) claims.push(level);
  else if (/\bgrades?\b/i.test(sentence) && new RegExp(`\\b(?:${changed}|${come}|${go})\\b`, 'i').test(sentence)) claims.push({ kind: 'grades-updated', names: named.length > 0 ? named : subjects });
  else if (expectationSaid(sentence, all)) claims.push({ kind: 'expectation-changed', names: about });
  else if (claims.length === 0 && forClarity.test(sentence)) claims.push({ kind: 'wording-only', names: about, said: false });

  const graded = /^(?:the )?(.{2,80}?) (?:role level )?(?:has been|was|were|is) (?:updated|changed|corrected|amended|revised) from (<\d+>) to (<\d+>)/i.exec(sentence);
  const grades = before.findLast((claim) => claim.kind === 'grades-updated');
  if (claims.length === 0 && grades !== undefined && graded?.[2] !== undefined && isGradeList(nameOf(graded[2]))) {
    const subject = (graded[1] ?? '').replace(/<\d+>/g, nameOf);
    claims.push({ kind: 'grades-updated', names: [subject] });
    return { claims, subjects: [] };
  }
  return { claims, subjects: named };
}

function levelClaim(sentence: string, nameOf: (mark: string) => string, named: string[], all: string[]): NoteClaim | null {
  const verbs = new RegExp(`\\b(?:${was}(?: now)? )?(?:newly )?(${come}|${go})\\b`, 'i').exec(sentence);
  if (verbs === null) return null;
  const kind = new RegExp(`^${come}$`, 'i').test(verbs[1] ?? '') ? 'level-added' : 'level-removed';
  const scale = all.some((name) => scaleWord.test(name)) || /\b(?:awareness|working|practitioner|expert)(?: skill)? level\b/i.test(sentence);
  if (/\bskill level|\blevel\b/i.test(sentence) && scale && !/\brole level/i.test(sentence)) return named.length === 0 ? null : { kind, part: 'skill-level', names: named };
  if (!/\brole levels?\b/i.test(sentence) || /\bskills?\b/i.test(sentence)) return null;
  const plain = new RegExp(`^(?:a |an |the |new )*([^<>]{2,80}?) role level ${was} ${verbs[1]}\\b`, 'i').exec(sentence)?.[1];
  const names = named.length > 0 ? named : plain === undefined || /^(?:new|following|this|that|second|third|another)$/i.test(plain) ? [] : [plain.replace(/<\d+>/g, nameOf)];
  return names.length === 0 ? null : { kind, part: 'role-level', names };
}

const was = '(?:has been|have been|was|were|is|are)';

function expectationSaid(sentence: string, all: readonly string[]): boolean {
  const moved = new RegExp(`\\b${changed}\\b`, 'i').test(sentence);
  const words = /\b(?:awareness|working|practitioner|expert)\b/gi;
  const steps = all.filter((name) => scaleWord.test(name)).length + (sentence.match(words)?.length ?? 0);
  const said = /\b(?:expected|required|needed) (?:skill )?levels?\b|\blevels? (?:expected|required|needed|of expectation)\b|\bexpectations?\b|\bskill level (?:required|expected|needed|for)\b/i.test(sentence);
  const passed = new RegExp(`\\bskills?\\b[^.]*\\b(?:${come}|${go})\\b (?:to|from) `, 'i').test(sentence);
  return (moved && (said || (steps >= 2 && /\bfrom\b.*\bto\b/i.test(sentence)))) || (passed && /\brole/i.test(sentence)) || /\bno longer (?:expected|required|needed)\b|\bnow (?:expected|required|needed)\b/i.test(sentence);
}

function isGradeList(name: string): boolean {
  const parts = name.split(/,| and | or | to |&|\//).map((part) => part.trim()).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => (gradeOrder as readonly string[]).includes(part.toUpperCase()));
}
