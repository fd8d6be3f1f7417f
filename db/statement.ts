import pg from 'pg';

/** What a statement can be given: a list is one of texts, and takes a cast in the statement, such as `$1::uuid[]`. */
export type StatementValue = string | number | boolean | null | readonly string[];

/** A statement that is written out once, and the values of `$1`, `$2` and so on in it. */
export interface Statement {
  text: string;
  values: readonly StatementValue[];
}

/** The statement with its values in it, each as the driver writes a literal: several in one message take no parameters. Throws an Error where a value is missing, or holds the character that ends a message. */
export function inlined({ text, values }: Statement): string {
  return text.replace(/\$(\d+)/g, (place, digits: string) => {
    const value = values[Number(digits) - 1];
    if (value === undefined) throw new Error(`The statement has no value for ${place}.`);
    const written = literal(value);
    // A message of several statements is one text that ends at the first of these: what follows would be read as another message.
    if (written.includes('\0')) throw new Error(`The value of ${place} holds a null character, which PostgreSQL does not store.`);
    return written;
  });
}

function literal(value: StatementValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (typeof value === 'object') return pg.escapeLiteral(`{${value.map(element).join(',')}}`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('A statement takes finite numbers only.');
  // In brackets: two minus signs in a row begin a comment.
  return `(${value})`;
}

/** A text in the literal of a list: one literal for the whole of a long list is read much faster than one for each text. */
function element(text: string): string {
  return `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
}
