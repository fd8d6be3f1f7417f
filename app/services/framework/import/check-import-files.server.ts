import type { ImportRefusal } from '#app/domain/framework/framework-facts.ts';
import { importLimits, type ImportFile } from './import-limits.ts';

/** What speaks against reading these files at all: none, too many, too large. Empty where nothing does. */
export function checkImportFiles(files: readonly ImportFile[]): ImportRefusal[] {
  const refuse = (file: string, message: string): ImportRefusal => ({ file, row: null, column: null, message });
  if (files.length === 0) return [refuse('', 'Choose at least one file.')];
  if (files.length > importLimits.files) {
    return [refuse('', `${files.length} files are too many at once: choose ${importLimits.files} or fewer.`)];
  }
  const tooLarge = files.filter(({ bytes }) => bytes.length > importLimits.bytesPerFile);
  if (tooLarge.length > 0) {
    return tooLarge.map(({ name, bytes }) =>
      refuse(name, `${name} has ${megabytes(bytes.length)} MB; a file may have ${megabytes(importLimits.bytesPerFile)} MB at most.`),
    );
  }
  const together = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (together <= importLimits.bytesTogether) return [];
  return [
    refuse('', `The files have ${megabytes(together)} MB together; ${megabytes(importLimits.bytesTogether)} MB at most are read at once. Import them in two goes.`),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
