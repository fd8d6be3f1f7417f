import { frameworkLimits } from '#app/domain/framework/framework-limits.ts';
import type { ImportReport } from '#app/domain/framework/start-report.ts';

const packed: readonly [RegExp, string][] = [
  [/^PK[\u0003\u0005]/, 'a zip archive or an office document (XLSX, ODS, DOCX); save the sheet as CSV, or the page as plain text'],
  [/^%PDF-/, 'a PDF; copy its text into a plain text file'],
  [/^\{\\rtf/, 'a rich text document; save it as plain text'],
  [/^\u001f(?:\u008b|\ufffd)/, 'a compressed file; unpack it first'],
  [/^(?:7z|Rar!|BZh|\u007fELF|\u0089PNG|\ufffdPNG|GIF8|SQLite format)/, 'an archive, a picture or a program, not text'],
  [/^\s*<(?:!doctype|html|head|body|table|div|section|\?xml|svg|!--)/i, 'a web page or XML, not text; copy the text you see in the browser, or download the CSV itself'],
  [/^\s*[[{]\s*(?:["{[\]}]|$)/, 'JSON; a CSV file or plain text is expected'],
];

/** Refuses, in plain words, what is no readable text: nothing at all, too much, an archive, HTML, binary data, another encoding. */
export function checkReadable(text: string, report: ImportReport): void {
  const plain = text.replace(/^\ufeff/, '');
  const found = packed.find(([pattern]) => pattern.test(plain));
  const odd = plain.search(/\u0000|\ufffd/);
  const line = plain.slice(0, Math.max(0, odd)).split(/\r\n?|\n/).length;
  if (plain.trim() === '') report.refuse(null, null, `${report.file} is empty.`);
  else if (plain.length > frameworkLimits.textLength) report.refuse(null, null, `${report.file} has ${plain.length} characters; at most ${frameworkLimits.textLength} are read.`);
  else if (found !== undefined) report.refuse(1, null, `${report.file} is ${found[1]}.`);
  else if (odd !== -1) report.refuse(line, null, `${report.file} is not UTF-8 text: line ${line} holds bytes that cannot be read. Save it with the encoding UTF-8.`);
}
