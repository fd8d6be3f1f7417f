import type { FlagKind } from '#app/domain/capability/flag.ts';
import type { ReleaseChoice, ReleaseItemKind } from '#app/domain/framework/release/release-item.ts';
import type { ReleaseState } from './state-words.ts';

/** Somebody whom a change reaches in one skill, and how. */
export interface ReachedPerson {
  personId: string;
  skillId: string;
  name: string;
  /** Role level and team. */
  place: string;
  change: string;
}

/** What a change does to people, as far as the viewer may see it. */
export interface PresentedImpact {
  sentence: string;
  /** Empty where nobody is reached, and where the viewer sees no levels. */
  people: ReachedPerson[];
  /** How many more there are than are named. */
  more: number;
}

/** A flag that comes with a release, goes, or says something else then. */
export interface PresentedFlag {
  becomes: 'comes' | 'goes' | 'changes';
  kind: FlagKind;
  teamId: string;
  teamName: string;
  /** Null for a finding about a whole team. */
  skillName: string | null;
}

/** What a whole release does to people. */
export interface PresentedTotal {
  sentence: string;
  /** What becomes of levels, and what is not shown; may be empty. */
  rest: string;
  flags: PresentedFlag[];
  moreFlags: number;
}

/** One change as the page shows it. */
export interface PresentedItem {
  /** Unlike any other's on the page: an anchor, and the id of its first answer. */
  id: string;
  key: string;
  kind: ReleaseItemKind;
  tag: string;
  title: string;
  before: string[];
  after: string[];
  evidence: string[];
  confidence: string | null;
  asks: boolean;
  question: string;
  options: { value: ReleaseChoice; label: string; hint: string }[];
  proposal: ReleaseChoice | null;
  decided: ReleaseChoice | null;
  impact: PresentedImpact | null;
}

/** Changes of one kind, below their heading. */
export interface PresentedGroup {
  kind: ReleaseItemKind;
  heading: string;
  rule: string;
  count: number;
  items: PresentedItem[];
}

/** A release that waits for decisions, as the page shows it: lists of bounded length. */
export interface PresentedPreview {
  kind: string;
  /** What asks for a decision, decided or not. */
  asking: PresentedItem[];
  /** Everything else, by kind. */
  groups: PresentedGroup[];
  /** What the whole release does to people; null where it reaches nobody. */
  total: PresentedTotal | null;
  /** Where the organisation's own additions and the release clash. */
  conflicts: string[];
  notices: { kind: string; heading: string; shown: { file: string; row: number | null; message: string }[]; count: number }[];
  /** How many decisions are missing. */
  waiting: number;
  /** How many of the missing ones have a proposal of a confidence of at least 0.8. */
  sure: number;
  /** The version in use has changed since the comparison. */
  isStale: boolean;
  /** It cannot be published as it is. */
  isBlocked: boolean;
  hasWording: boolean;
  /** What can be done next, and what it needs. */
  next: string;
}

/** A release that is over: published, taken back or discarded. */
export interface PresentedDone {
  version: { id: string; label: string } | null;
  /** Whether it can be taken back; null where there is nothing to take back. */
  takeBack: { isPossible: true } | { isPossible: false; why: string } | null;
  /** Of the framework. */
  kind: string;
  hasWording: boolean;
  groups: PresentedGroup[];
}

/** What is about to happen, on the page that asks whether it shall. */
export interface PresentedStep {
  act: 'publish' | 'discard' | 'withdraw';
  title: string;
  sentences: string[];
  button: string;
  isWarning: boolean;
  back: { to: string; label: string };
}

/** A release as its page shows it. Of `step`, `preview` and `done` one at most is there. */
export interface PresentedRelease {
  id: string;
  /** Empty while the documents are being read. */
  frameworkName: string;
  label: string;
  state: ReleaseState;
  revision: number;
  kind: string;
  /** The version of the framework in use. */
  adoptedLabel: string | null;
  lead: string;
  progress: { stepsDone: number; steps: number };
  documents: string[];
  /** Releases of other frameworks that came out of the same documents. */
  together: { to: string; name: string }[];
  problems: { shown: string[]; more: number };
  step: PresentedStep | null;
  preview: PresentedPreview | null;
  done: PresentedDone | null;
}
