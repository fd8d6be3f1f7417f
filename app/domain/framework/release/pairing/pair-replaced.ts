import { judgeLikeness } from '#app/domain/framework/release/likeness/judge-likeness.ts';
import type { PartPortrait } from '#app/domain/framework/release/likeness/part-portrait.ts';
import { plainWords } from '#app/domain/framework/release/likeness/plain-words.ts';
import type { GroupProposal, PairGroup } from './group-to-pair.ts';
import { replaceWords } from './replace-words.ts';

/**
 * Parts whose name differs from a new one by a replacement that runs through the release, and by nothing else: the name,
 * the wording once the replacement is made in it (four lines in five the same), or where there is no wording, what it
 * hangs on. Nobody renamed those: their name was caught by a search-and-replace.
 */
export function pairReplaced({ absent, fresh, frame, replaced, part }: PairGroup): GroupProposal[] {
  return absent.flatMap((before) => {
    const words = plainWords(before.name);
    const name = replaceWords(words, replaced).join(' ');
    const after = fresh.find((other) => plainWords(other.name).join(' ') === name);
    const rule = replaced.find((one) => replaceWords(words, [one]).join(' ') !== words.join(' '));
    if (after === undefined || rule === undefined) return [];
    const likeness = judgeLikeness(renamed(before, after), after, frame, false);
    const { wording, ties } = likeness;
    const sameTies = ties === null || ties.alike >= 0.7;
    const same = part === 'skill' && wording !== null ? wording.same / wording.lines >= 0.8 || wording.alike >= 0.9 : sameTies;
    if (!same) return [];
    const rest = wording === null ? 'There is no wording on both sides to compare.' : wording.same === wording.lines ? 'Apart from it the wording is the same.' : `Apart from it ${wording.same} of ${wording.lines} lines of wording are the same.`;
    const evidence = [
      `"${rule.from}" was replaced by "${rule.to}" in ${rule.places} skills and roles of this release, and the name differs by that alone.`,
      rest,
      ...(ties === null ? [] : [`${ties.both} of ${ties.either} ${part === 'skill' ? 'role levels expect' : 'skills are expected by'} both.`]),
      'No change note says that it was renamed.',
    ];
    const confidence = wording !== null ? 0.95 : ties !== null ? 0.75 : 0.6;
    return [{ kind: 'word-replaced' as const, before: [before.name], after: [after.name], confidence, evidence, replaced: rule }];
  });
}

function renamed(before: PartPortrait, after: PartPortrait): PartPortrait {
  return { ...before, words: after.words };
}
