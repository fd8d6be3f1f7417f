/** The system's code of a failed call (`EACCES`, `ENOENT`, ...), or an empty string where the failure is of another kind. */
export function systemErrorCode(error: unknown): string {
  if (error !== null && typeof error === 'object' && 'code' in error) return String(error.code);
  return '';
}
