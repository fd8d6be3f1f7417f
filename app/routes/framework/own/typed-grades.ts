import { typedLines } from './typed-lines.ts';

/** Grades, by commas, semicolons or lines between them. */
export function typedGrades(text: string): string[] {
  return [...new Set(typedLines(text.replace(/[,;]/g, '\n')))];
}
