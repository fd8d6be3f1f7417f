/**
 * The same value with what a jsonb column refuses replaced: the character U+0000, and halves of characters that a
 * text was cut through.
 */
export function makeStorableJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.replace(/[\u0000\p{Cs}]/gu, '\ufffd') : part))) as Value;
}
