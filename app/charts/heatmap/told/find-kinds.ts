/** Which cells are of one kind: of each cell the place of its kind, and of each kind the first cell. */
export interface FoundKinds {
  places: Uint32Array;
  firsts: number[];
}

/** Finds kinds in one pass: cells of the same key are of one kind. A whole number is found several times as fast as a text. */
export function findKinds(cells: number, keyOf: (at: number) => number): FoundKinds {
  const [places, firsts, known] = [new Uint32Array(cells), [] as number[], new Map<number, number>()];
  for (let at = 0; at < cells; at += 1) {
    const key = keyOf(at);
    let place = known.get(key);
    if (place === undefined) known.set(key, (place = firsts.push(at) - 1));
    places[at] = place;
  }
  return { places, firsts };
}
