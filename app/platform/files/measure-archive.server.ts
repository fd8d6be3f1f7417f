import type { Entry, ZipFile } from 'yauzl';
import { fromBufferPromise } from 'yauzl';
import type { FileFault } from './file-fault.ts';
import type { FileLimits } from './file-limits.ts';

export type ArchiveMeasure = { ok: true; names: string[]; unpackedBytes: number } | FileFault;

/**
 * What a zip archive holds, found out by unpacking every entry and keeping none: its names and what all of it really
 * has unpacked, whatever it declares. Refuses, before the bound is passed, too many entries, too much, what is packed
 * tighter than any text or sheet can be, a password, names that lead out of a folder, and an archive whose parts do
 * not agree with each other.
 */
export async function measureArchive(bytes: Uint8Array, limits: FileLimits['archive']): Promise<ArchiveMeasure> {
  let archive: ZipFile | undefined;
  try {
    archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
    if (archive.entryCount > limits.entries) return tooMany(archive.entryCount, limits);
    return await measureEntries(archive, bytes.length, limits);
  } catch (error) {
    return { ok: false, message: explain(error) };
  } finally {
    archive?.close();
  }
}

async function measureEntries(archive: ZipFile, packedBytes: number, limits: FileLimits['archive']): Promise<ArchiveMeasure> {
  const names = new Set<string>();
  let unpackedBytes = 0;
  for await (const entry of archive.eachEntry()) {
    const fault = faultOf(entry, names, limits);
    if (fault !== null) return { ok: false, message: fault };
    names.add(entry.fileName);
    if (names.size > limits.entries) return tooMany(names.size, limits);
    const content = await archive.openReadStreamPromise(entry);
    for await (const part of content) {
      unpackedBytes += (part as Buffer).length;
      if (unpackedBytes > limits.unpackedBytes) {
        content.destroy();
        return { ok: false, message: `holds more than ${limits.unpackedBytes / 1_000_000} MB once it is unpacked, which is more than is read. Split it into smaller files, or save the sheets that matter as CSV.` };
      }
      if (unpackedBytes > limits.ratioFrom && unpackedBytes > packedBytes * limits.ratio) {
        content.destroy();
        return { ok: false, message: `unpacks to more than ${limits.ratio} times its size, which no ordinary sheet does. Save the sheets that matter as CSV.` };
      }
    }
  }
  return { ok: true, names: [...names], unpackedBytes };
}

function tooMany(count: number, limits: FileLimits['archive']): FileFault {
  return { ok: false, message: `holds ${count} parts; at most ${limits.entries} are read. Save the sheets that matter as CSV.` };
}

function faultOf(entry: Entry, names: ReadonlySet<string>, limits: FileLimits['archive']): string | null {
  if (entry.isEncrypted()) return 'is protected by a password. Save it without one.';
  if (entry.fileName.length > limits.nameLength) return `holds a part whose name has ${entry.fileName.length} characters. Save it again as XLSX, ODS or CSV.`;
  if (names.has(entry.fileName)) return 'holds two parts of the same name, so that it can be read in two ways. Save it again as XLSX, ODS or CSV.';
  return null;
}

function explain(error: unknown): string {
  const said = error instanceof Error ? error.message : '';
  if (/absolute path|invalid relative path|invalid characters in fileName/.test(said)) return 'holds a part whose name leads out of the archive. It is not a sheet that a spreadsheet program saved.';
  if (/encrypt/.test(said)) return 'is protected by a password. Save it without one.';
  if (/too many bytes|too few bytes|not enough bytes|multi-disk|zip64|size mismatch/i.test(said)) return 'says of its parts that they have another size than they have. It is damaged or made to mislead: save it again as XLSX, ODS or CSV.';
  return 'starts as a spreadsheet or archive does and is damaged or cut off. Open it where it came from, save it again and choose it again.';
}
