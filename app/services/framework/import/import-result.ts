import type { FactsCount } from '#app/domain/framework/count-facts.ts';
import type { ImportDocumentKind, ImportNotice, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import type { ReleaseItem } from '#app/domain/framework/release/release-item.ts';

/** One file, read: what kind of document it is, and how much it holds. */
export interface ReadFile {
  name: string;
  kind: ImportDocumentKind;
  counts: FactsCount;
}

/** What the files do to one framework. */
export interface FrameworkImport {
  frameworkKey: string;
  frameworkName: string;
  kind: 'gdad' | 'job-description' | 'own';
  /** The version that is adopted before the import; null for a framework that is new here. */
  adoptedLabel: string | null;
  /** How much the framework holds with the files laid over it, without additions of the organisation's own. */
  counts: FactsCount;
  /** What changes, one item for each change. */
  items: ReleaseItem[];
  /** Keys of the items that ask for a decision. */
  undecided: string[];
  /** True where the adopted version says all of it already. */
  isUnchanged: boolean;
  /** The version that the import published; null in a preview, where nothing changed and where somebody is to decide first. */
  publishedLabel: string | null;
  /** The release that was published, or is left open for somebody to decide; null in a preview and where nothing changed. */
  releaseId: string | null;
}

export type ImportResult =
  | { ok: true; files: ReadFile[]; notices: ImportNotice[]; frameworks: FrameworkImport[] }
  | { ok: false; files: ReadFile[]; refusals: ImportRefusal[] };
