import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { ReleaseChoice, ReleaseItem, ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import { choiceWords } from './choice-words.ts';
import { confidenceInWords } from './confidence-in-words.ts';
import { describeItem } from './describe-item.ts';
import { kindWords } from './kind-words.ts';
import type { PresentedImpact, PresentedItem } from './presented-release.ts';

interface ItemContext {
  id: string;
  scale: readonly ScaleStep[];
  decided: ReleaseChoice | null;
  impact: PresentedImpact | null;
}

const partNames = { skill: 'skill', role: 'role', 'role-level': 'role level' } as const;

/** One change with its words. */
export function presentItem(item: ReleaseItem, { id, scale, decided, impact }: ItemContext): PresentedItem {
  const { key, kind, detail, evidence, confidence, asks, choices, proposal } = item;
  return {
    id,
    key,
    kind,
    tag: kindWords[kind].tag,
    title: describeItem(item, scale),
    before: isInTitle.has(kind) ? [] : (detail.linesBefore ?? []),
    after: isInTitle.has(kind) ? [] : (detail.linesAfter ?? []),
    evidence,
    confidence: confidence === null ? null : confidenceInWords(confidence),
    asks,
    question: questionOf(item),
    options: choices.map((value) => ({ value, ...choiceWords(item, value) })),
    proposal,
    decided,
    impact,
  };
}

/** Kinds whose title says from what to what already. */
const isInTitle: ReadonlySet<ReleaseItemKind> = new Set(['grades-changed', 'expectation-moved', 'expectation-added', 'expectation-gone']);

function questionOf({ kind, part, choices }: ReleaseItem): string {
  if (kind === 'renamed' || kind === 'word-replaced') return `Is it the same ${partNames[part]}?`;
  if (kind === 'merged' || kind === 'split') return 'What happens with the levels that are recorded?';
  if (kind === 'gone' || kind === 'level-gone') return 'Does it go here too?';
  if (choices.includes('meaning')) return 'Did the meaning change, or the wording only?';
  return 'What shall happen?';
}
