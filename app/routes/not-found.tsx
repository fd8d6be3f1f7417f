import { notFound } from '#app/platform/responses.server.ts';

/** Any address that no other route knows; open to everybody. */
export function loader() {
  throw notFound();
}

export default function NotFound() {
  return null;
}
