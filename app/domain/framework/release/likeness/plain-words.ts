const words = /[\p{L}\p{N}+#]+/gu;

/** The words of a text in lower case, without punctuation and plural endings: "Users' needs" and "user need" are the same two. */
export function plainWords(text: string): string[] {
  const plain = text.toLowerCase().replace(/&/g, ' and ').replace(/['‘’ʼ`]/g, '');
  return (plain.match(words) ?? []).map(singular);
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:sses|shes|ches|xes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}
