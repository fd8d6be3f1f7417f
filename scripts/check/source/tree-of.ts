import type { SourceFile } from './source-file.ts';

/** A tree of files from path and text, for the controls of the rules. */
export function treeOf(files: Record<string, string>): SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}
