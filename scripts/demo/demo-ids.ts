/** The ids that the names of a plan were given. */
export interface DemoIds {
  teamIds: Map<string, string>;
  personIds: Map<string, string>;
  skillIds: Map<string, string>;
}

/** The id of a name. Throws an Error where the plan names what was not stored. */
export function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo names "${name}", which is not there.`);
  return id;
}
