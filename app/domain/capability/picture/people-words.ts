/** So many people, in words. */
export function peopleWords(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`;
}
