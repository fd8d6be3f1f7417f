import { readTemplate } from '#app/domain/framework/template/read-template.ts';
import type { TemplateSource } from '#app/domain/framework/template/template-source.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import type { FileReading, ReadingStep } from './file-reading.ts';
import { readOneFile } from './read-one-file.server.ts';

/**
 * Reads files one after the other and tells each reading as soon as it is there. The answer is what only all of them
 * together say: the tables of an own framework, handed over as several files. To be called in a worker.
 */
export async function readTogether(files: readonly ImportFile[], tell: (step: ReadingStep) => void): Promise<FileReading[]> {
  const sources: TemplateSource[] = [];
  let isAnyRefused = false;
  for (const [at, file] of files.entries()) {
    const { readings, source } = await readOneFile(file);
    if (source) sources.push(source);
    isAnyRefused ||= readings.some(({ reading }) => !reading.ok);
    tell({ done: at + 1, readings });
  }
  // A table that could not be read would be called missing beside it.
  if (sources.length === 0 || (isAnyRefused && sources.length < 4)) return [];
  return [{ file: sources.map(({ file }) => file).join(', '), reading: readTemplate(sources) }];
}
