import type { PersonFacts } from '#app/domain/capability/person-facts.ts';
import type { PictureSource } from './picture-source.ts';

export interface SamePeople {
  /** Who was there on both days, as of the later one; everybody where no two days are compared. */
  people: readonly PersonFacts[];
  /** The same people as of the earlier day, by id; empty where no two days are compared. */
  earlierById: ReadonlyMap<string, PersonFacts>;
  /** Who was not there on the earlier day, and who was and is not any more: how many. */
  joined: number;
  left: number;
}

/** Who can be compared: whoever stood in these teams on both days, wherever in them. */
export function samePeople({ people, earlier }: Pick<PictureSource, 'people' | 'earlier'>): SamePeople {
  if (earlier === null) return { people, earlierById: new Map(), joined: 0, left: 0 };
  const now = new Set(people.map(({ id }) => id));
  const earlierById = new Map(earlier.people.filter(({ id }) => now.has(id)).map((person) => [person.id, person]));
  const same = people.filter(({ id }) => earlierById.has(id));
  return { people: same, earlierById, joined: people.length - same.length, left: earlier.people.length - same.length };
}
