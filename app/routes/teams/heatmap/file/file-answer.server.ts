import { describePicture } from '#app/domain/capability/picture/words/describe-picture.ts';
import type { Context } from '#app/platform/context.ts';
import { cleanFileName } from '#app/platform/files/clean-file-name.server.ts';
import { todayOf } from '#app/platform/today.ts';
import type { ExportedPicture } from '#app/services/capability/picture/export-picture.server.ts';
import { busyAnswer } from './busy-answer.ts';
import { fileAbout } from './file-about.ts';
import { fileFormats, mostFileCells, type FileFormat } from './file-formats.ts';
import { makeFile } from './make-file.server.ts';

/**
 * An exported picture as a file that a browser keeps and never shows as a page of ours; 422 with the way out in words where it is too
 * large for this kind of file, 503 where the server has too many files to make.
 */
export async function fileAnswer(context: Context, exported: ExportedPicture, format: FileFormat): Promise<Response> {
  const { answer, scales } = exported;
  const { picture, team, state } = answer;
  const cells = picture.rows.length * picture.columns.length;
  const most = mostFileCells[format];
  if (cells > most) return tooLarge(format, Math.floor(most / Math.max(1, picture.columns.length)), picture.rows.length);
  const heldLevel = state.heldLevel ?? 1;
  const about = aboutOf(context, exported, heldLevel);
  const made = await makeFile({ picture, metric: state.metric, isSideBySide: state.compare === 'side', heldLevel, scales, about }, format);
  if (!made.ok) {
    if (made.problem === 'too-large') return tooLarge(format, made.rows, picture.rows.length);
    return busyAnswer();
  }
  const name = cleanFileName(`${team.name.replace(/[/\\]/g, ' ')}, ${state.view}, ${state.asOf}.${format}`);
  const plain = name.replace(/[^\w.-]+/g, '-');
  return new Response(made.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': fileFormats[format],
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      // Beside the policy of every answer: should a browser open a drawing after all, it runs nothing and fetches nothing.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  });
}

function aboutOf(context: Context, { answer, frameworkVersion, isOfficial }: ExportedPicture, heldLevel: number) {
  const { picture, team, state, totals, window, joined, left, choices } = answer;
  const about = { picture, heldLevel, totals, totalRows: window.total, names: choices, frameworkVersion: frameworkVersion ?? 'no framework adopted', joined, left };
  const words = describePicture({ ...about, state });
  const { organisationName } = context.viewer;
  return fileAbout({ words, teamName: team.name, organisationName, madeOn: todayOf(context), isOfficial, disclosureControlled: picture.disclosureControlled });
}

function tooLarge(format: FileFormat, fits: number, rows: number): Response {
  const instead = format === 'png' ? 'the SVG or a spreadsheet' : format === 'csv' ? 'one team after the other' : 'the CSV';
  const text = `This picture has ${rows.toLocaleString('en-GB')} rows, and a file of this kind (${format.toUpperCase()}) holds about ${fits.toLocaleString('en-GB')} of them. Go back and filter it by team, role or skill, or take ${instead}.\n`;
  return new Response(text, { status: 422, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
