/**
 * How many parts a body has by its own account: fields of a form, parts of a multipart body. Each
 * costs far more than its bytes once it is parsed. Other bodies are one part.
 */
export function countParts(body: Buffer, contentType: string): number {
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) return occurrences(body, '&') + 1;
  const boundary = /^multipart\/[^;]+;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  // The last boundary closes the body and opens nothing.
  if (boundary) return Math.max(occurrences(body, `--${boundary[1] ?? boundary[2]}`) - 1, 0);
  return 1;
}

function occurrences(body: Buffer, text: string): number {
  let count = 0;
  for (let at = body.indexOf(text); at !== -1; at = body.indexOf(text, at + text.length)) count += 1;
  return count;
}
