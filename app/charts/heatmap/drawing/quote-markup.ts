const written: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A clean text (`cleanText`) as it is written into SVG and HTML, between tags or inside a quoted attribute: the one place where text becomes markup. */
export function quoteMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => written[character]!);
}
