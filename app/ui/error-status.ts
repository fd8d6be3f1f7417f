import { isRouteErrorResponse } from '@remix-run/react';

/** The HTTP status that an error page speaks about: that of a thrown response, and 500 for everything else. */
export function errorStatus(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
