import type { ZodError } from 'zod';
import type { Problem } from '#app/platform/context.ts';

/** What a schema found wrong, as an error summary shows it: the first complaint of each field. */
export function formProblems(error: ZodError): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = issue.path.length === 0 ? null : String(issue.path[0]);
    if (!problems.has(field ?? '')) problems.set(field ?? '', { field, message: issue.message });
  }
  return [...problems.values()];
}
