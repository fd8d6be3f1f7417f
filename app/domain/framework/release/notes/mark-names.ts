/** A note with each name in it replaced by a mark, and the names by number. */
export interface MarkedNote {
  /** Marks are "<0>", "<1>" and so on. */
  text: string;
  names: string[];
}

const quoted = /[‘“"'«]((?:[^‘’“”"'«»\n]|(?<=\p{L})['’](?=\p{L})){1,200})[’”"'»](?!\p{L})/gu;

/**
 * Puts marks in place of the names in a note, so that its sentences can be read by pattern: whatever stands in
 * quotation marks of any kind (an apostrophe inside a word ends nothing), then what `finder` finds in the rest.
 */
export function markNames(note: string, finder: RegExp | null): MarkedNote {
  const names: string[] = [];
  const mark = (name: string) => `<${names.push(name.trim()) - 1}>`;
  const plain = note.replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim();
  const byQuotes = plain.replace(quoted, (_whole, name: string, at: number) => (/[\p{L}\p{N}]/u.test(plain[at - 1] ?? '') ? _whole : mark(name)));
  return { text: finder === null ? byQuotes : byQuotes.replace(finder, mark), names };
}
