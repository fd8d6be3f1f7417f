const encoder = new TextEncoder();

/** One fact in the text whose hash an audit row has: its length in bytes in front, so that no two rows have the same text. */
export function auditPart(part: string): string {
  return `${encoder.encode(part).length}:${part}\n`;
}
