import type { FactsCount } from '#app/domain/framework/count-facts.ts';
import type { ImportDocumentKind, ImportNotice, ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import type { FrameworkChanges } from './framework-changes.ts';

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
  /** How much the framework holds with the files laid over it. */
  counts: FactsCount;
  changes: FrameworkChanges;
  /** True where the adopted version says all of it already. */
  isUnchanged: boolean;
  /** The version that the import published; null in a preview, and where nothing changed. */
  publishedLabel: string | null;
}

export type ImportResult =
  | {
      ok: true;
      files: ReadFile[];
      notices: ImportNotice[];
      frameworks: FrameworkImport[];
      /** Stands for the adopted versions that the files were laid over. */
      base: string;
    }
  | { ok: false; files: ReadFile[]; refusals: ImportRefusal[] };
