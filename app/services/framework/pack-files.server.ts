import { gzipSync } from 'node:zlib';
import type { ImportFile } from './import-limits.ts';

/**
 * The files as one short text, for the hidden field that carries them from the preview to its
 * confirmation: what is confirmed is what was previewed, and no server has to keep it in between.
 * One line of JSON with names and lengths, then the bytes, compressed, in base64url.
 */
export function packFiles(files: readonly ImportFile[]): string {
  const head = JSON.stringify(files.map(({ name, bytes }) => ({ name, length: bytes.length })));
  return gzipSync(Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ bytes }) => bytes)])).toString('base64url');
}
