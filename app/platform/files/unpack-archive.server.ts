import { fromBufferPromise } from 'yauzl';

/**
 * The parts of an archive that `isWanted` names, unpacked. Only for an archive that `measureArchive` has let through,
 * for nothing is bounded here.
 */
export async function unpackArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  try {
    for await (const entry of archive.eachEntry()) {
      if (!isWanted(entry.fileName)) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      parts.set(entry.fileName, Buffer.concat(chunks));
    }
  } finally {
    archive.close();
  }
  return parts;
}
