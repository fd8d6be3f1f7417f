const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a part of an address can be an id at all; the database refuses to compare anything else with
 * one. Ids are written in lower case and only so: the database takes capitals for the same id, and a
 * rule that compares texts ("is this oneself?") would not.
 */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
