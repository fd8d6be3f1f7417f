/** The status of a form that is shown again: 422 for what can be put right, 429 with the seconds to wait. */
export function answerInit({ retryAfterSeconds }: { retryAfterSeconds: number | null }): { status: number; headers?: Record<string, string> } {
  if (retryAfterSeconds === null) return { status: 422 };
  return { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) } };
}
