import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchiveEntry {
  name: string;
  content: Buffer | string;
  /** Unpacked size that the directory claims, if not the true one. */
  claims?: number;
  isEncrypted?: boolean;
  /** Content of the entry as its own header tells it, where that lies about the name. */
  headerName?: string;
}

/** A zip archive, packed by hand, so that it can lie as no program that writes archives would. */
export function archiveBytes(entries: readonly ArchiveEntry[], trailer: { comment?: Buffer; offset?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims, isEncrypted = false, headerName = name } of entries) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const size = claims ?? raw.length;
    const sum = crc32(raw);
    const head = (own: string, isLocal: boolean) => {
      const bytes = Buffer.alloc(isLocal ? 30 : 46);
      let at = bytes.writeUInt32LE(isLocal ? 0x04034b50 : 0x02014b50, 0);
      if (!isLocal) at = bytes.writeUInt16LE(20, at);
      at = bytes.writeUInt16LE(20, at);
      at = bytes.writeUInt16LE(isEncrypted ? 0x0801 : 0x0800, at);
      at = bytes.writeUInt16LE(8, at);
      at = bytes.writeUInt32LE(0x00210000, at);
      at = bytes.writeUInt32LE(sum, at);
      at = bytes.writeUInt32LE(packed.length, at);
      at = bytes.writeUInt32LE(size, at);
      bytes.writeUInt16LE(Buffer.byteLength(own), at);
      if (!isLocal) bytes.writeUInt32LE(offset, 42);
      return Buffer.concat([bytes, Buffer.from(own)]);
    };
    directory.push(head(name, false));
    const local = Buffer.concat([head(headerName, true), packed]);
    parts.push(local);
    offset += local.length;
  }
  const comment = trailer.comment ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(trailer.offset ?? offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, comment]);
}
