import type { ImportReading } from '#app/domain/framework/framework-facts.ts';

/** What one document says. Several can stand in one file, and several files can make one document. */
export interface FileReading {
  /** The file, or the file and sheet, or the files that it stands in. */
  file: string;
  reading: ImportReading;
}

/** Told by the worker for each file that it has read. */
export interface ReadingStep {
  /** Files that are read, of those that were given. */
  done: number;
  /** What the file that was read last says. */
  readings: FileReading[];
}
