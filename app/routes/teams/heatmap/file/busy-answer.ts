/** What is said where the server has too many files to make. */
export function busyAnswer(): Response {
  const text = 'The server makes other files just now. Try again in a minute.\n';
  return new Response(text, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '60' } });
}
