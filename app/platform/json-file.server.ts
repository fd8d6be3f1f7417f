/** An answer that a browser stores as a file of this name. That nobody on the way keeps it, the headers of every answer say. */
export function jsonFile(name: string, content: unknown): Response {
  return new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  });
}
