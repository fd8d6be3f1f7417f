import { readTemplate } from '#app/domain/framework/template/read-template.ts';
import type { TemplateSource } from '#app/domain/framework/template/template-source.ts';
import { answerInWorker } from '#app/platform/files/answer-in-worker.server.ts';
import type { ImportFile } from '#app/services/framework/import-limits.ts';
import type { FileReading, ReadingStep } from './file-reading.ts';
import { readOneFile } from './read-one-file.server.ts';

/**
 * What `readFiles` runs in a thread: files one after the other, each reading told as soon as it is there. The answer
 * is what only all files together say: the tables of an own framework.
 */
await answerInWorker<ImportFile[], FileReading[], ReadingStep>(async (files, tell) => {
  const sources: TemplateSource[] = [];
  let isAnyRefused = false;
  for (const [at, file] of files.entries()) {
    const { readings, source } = await readOneFile(file);
    if (source) sources.push(source);
    isAnyRefused ||= readings.some(({ reading }) => !reading.ok);
    tell({ done: at + 1, readings });
  }
  if (sources.length === 0) return [];
  const together = { file: sources.map(({ file }) => file).join(', '), reading: readTemplate(sources) };
  // A table that could not be read would be called missing beside it.
  return isAnyRefused && sources.length < 4 ? [] : [together];
});
