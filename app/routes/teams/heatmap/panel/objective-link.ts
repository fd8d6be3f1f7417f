/** The form of one objective of a person, or of a new one in a skill; it leads back to `here`, the address of the picture with its cell open. */
export function objectiveLink(personId: string, about: { objective: string } | { skill: string }, here: string): string {
  return `/people/${personId}/objectives/write?${new URLSearchParams({ ...about, from: here }).toString()}`;
}
