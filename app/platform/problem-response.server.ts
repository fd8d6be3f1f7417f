/** How the API says that something is wrong: `application/problem+json`, as RFC 9457 has it. */
export function problemResponse(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail }), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  });
}
