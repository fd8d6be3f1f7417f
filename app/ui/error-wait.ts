import { isRouteErrorResponse } from '@remix-run/react';

/**
 * For how many seconds to wait before trying again, where an error says so: what `tooManyRequests` throws
 * does. Null for every other error.
 */
export function errorWait(error: unknown): number | null {
  if (!isRouteErrorResponse(error) || error.status !== 429) return null;
  const told: unknown = error.data;
  if (typeof told !== 'object' || told === null || !('retryAfterSeconds' in told)) return null;
  return typeof told.retryAfterSeconds === 'number' ? told.retryAfterSeconds : null;
}
