import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { importLimits, type ImportFile } from './import-limits.ts';

const headInput = z
  .array(z.object({ name: z.string().max(1000), length: z.int().min(0).max(importLimits.bytesPerFile) }))
  .min(1)
  .max(importLimits.files);

/** Names and lengths of the most and longest-named files. */
const longestHead = 200_000;

/**
 * The files of a packed text, or null for a text that is none: it comes back from a browser, so it is
 * bounded before it is unpacked and read again as if it had just been uploaded.
 */
export function unpackFiles(packed: string): ImportFile[] | null {
  try {
    const maxOutputLength = importLimits.bytesTogether + longestHead;
    const whole = gunzipSync(Buffer.from(packed, 'base64url'), { maxOutputLength });
    const end = whole.indexOf('\n');
    const head = headInput.parse(JSON.parse(whole.subarray(0, end).toString('utf8')));
    let start = end + 1;
    const files = head.map(({ name, length }) => {
      const bytes = Uint8Array.from(whole.subarray(start, start + length));
      start += length;
      return { name, bytes };
    });
    return start === whole.length ? files : null;
  } catch {
    return null;
  }
}
