/** A count with its noun: "1 person", "12 people". */
export function countInWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
