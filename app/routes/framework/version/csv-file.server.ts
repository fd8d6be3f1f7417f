/** A CSV file to keep, under a name of letters, digits, hyphens and dots. */
export function csvFile({ fileName, text }: { fileName: string; text: string }): Response {
  return new Response(text, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"` },
  });
}
