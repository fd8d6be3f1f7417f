import { readFileSync } from 'node:fs';

/** The made-up documents of tests/fixtures/framework by their names, as they would be uploaded. */
export function frameworkFiles(...names: string[]): { name: string; bytes: Uint8Array }[] {
  return names.map((name) => ({ name, bytes: readFileSync(new URL(`../fixtures/framework/${name}`, import.meta.url)) }));
}

/** A document made of a text. */
export function textFile(name: string, text: string): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(text) };
}
