import { notFound } from '#app/platform/responses.server.ts';

export const handle = { access: 'public' };

/** Any address that no other route knows. */
export function loader() {
  throw notFound();
}

export default function NotFound() {
  return null;
}
