/** A number with its noun, right in the singular: "1 person", "1,204 people". */
export function countedWords(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
