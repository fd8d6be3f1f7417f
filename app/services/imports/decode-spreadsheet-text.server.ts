export type DecodedText = { ok: true; text: string } | { ok: false; message: string };

/** A letter of two or three bytes in UTF-8: in Windows-1252 they would be signs that never follow each other. */
const moreBytes = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}/;

/**
 * The text of a CSV file: in UTF-8, in UTF-16 with its mark, or else in Windows-1252, as spreadsheet programs in Western Europe
 * save "CSV". A text that is of both is refused, for its letters would come out wrong. The message follows the name of the file.
 */
export function decodeSpreadsheetText(bytes: Uint8Array): DecodedText {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    const text = new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { ok: true, text };
    return { ok: false, message: looksLikeUtf16(bytes) ? `is text in UTF-16 without a byte-order mark. ${howToSave}` : `is not text: line ${lineOf(text, '\0')} holds bytes that cannot be read. ${howToSave}` };
  } catch {
    if (encoding !== null) return { ok: false, message: `begins as text in UTF-16 does and holds bytes that are none. ${howToSave}` };
    if (bytes.includes(0)) return { ok: false, message: `is not text: it holds bytes that no text has. ${howToSave}` };
    const bare = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    // Not by a TextDecoder: that of Node 20 takes Windows-1252 for Latin-1, in which these are no letters.
    const western = bare.replace(/[\u0080-\u009f]/g, (sign) => westernSigns[sign.charCodeAt(0) - 0x80] ?? sign);
    const line = lineOf(new TextDecoder('utf-8').decode(bytes), '\ufffd');
    if (moreBytes.test(bare)) return { ok: false, message: `holds letters in two encodings; line ${line} is not UTF-8 text, other lines are. ${howToSave}` };
    return /[\u0080-\u009f]/.test(western) ? { ok: false, message: `is not text that can be read: line ${line} holds bytes that no letter has. ${howToSave}` } : { ok: true, text: western };
  }
}

/** What the bytes from 0x80 on are in Windows-1252; the five that are nothing stand for themselves. */
const westernSigns = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

const howToSave = 'In a spreadsheet, save it as "CSV UTF-8", or as XLSX or ODS.';

function lineOf(text: string, sign: string): number {
  return text.slice(0, text.indexOf(sign)).split(/\r\n?|\n/).length;
}

/** Every other byte nought in the first characters of plain letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  const noughts = (rest: number) => start.filter((byte, index) => index % 2 === rest && byte === 0).length;
  return [0, 1].some((rest) => noughts(rest) >= start.length / 2 - 2 && noughts(1 - rest) === 0);
}
