import type { Problem } from '#app/platform/context.ts';

/** What is wrong at one field of a form, if anything. */
export function problemAt(problems: readonly Problem[], field: string): string | null {
  return problems.find((problem) => problem.field === field)?.message ?? null;
}
