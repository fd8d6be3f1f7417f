import { runInWorker, type WorkerOutcome } from '#app/platform/files/run-in-worker.server.ts';
import { makePng } from '#app/platform/picture-png/make-png.server.ts';
import { rowsInPng } from '#app/platform/picture-png/rows-in-png.ts';
import { fileDrawing, type FileTask } from './file-drawing.server.ts';
import type { FileFormat } from './file-formats.ts';

/** A picture of fewer cells is drawn at once: to start a thread takes longer. */
const fewCells = 3_000;
const limits = { memoryMegabytes: 640, youngMegabytes: 64, milliseconds: 40_000 };

export type MadeFile =
  | { ok: true; bytes: Uint8Array }
  /** `rows` of this picture would fit into a file of this kind. */
  | { ok: false; problem: 'too-large'; rows: number }
  | { ok: false; problem: 'busy' };

/** The file of a picture; large ones are made in threads of their own, bounded in memory and time. */
export async function makeFile(task: Omit<FileTask, 'format'>, format: FileFormat): Promise<MadeFile> {
  const { rows, columns } = task.picture;
  const fewer = Math.floor(rows.length / 2);
  if (format !== 'png') return settled(await drawn({ ...task, format }), fewer);
  // What is far too large is not drawn to find out: no row is lower than this.
  const most = rowsInPng({ width: columns.length * narrowest, rowHeight: lowest });
  if (rows.length > most) return { ok: false, problem: 'too-large', rows: most };
  const drawing = await drawn({ ...task, format: 'svg' });
  if (!drawing.ok) return settled(drawing, fewer);
  const svg = new TextDecoder().decode(drawing.answer);
  const size = sizeOf(svg);
  const png = await makePng(svg, size);
  return settled(png, rowsInPng({ width: size.width, rowHeight: size.height / Math.max(1, rows.length) }));
}

/** Of a cell, in pixels. */
const [narrowest, lowest] = [30, 30];

async function drawn(task: FileTask): Promise<WorkerOutcome<Uint8Array>> {
  const { rows, columns } = task.picture;
  if (rows.length * columns.length < fewCells) return { ok: true, answer: fileDrawing(task) };
  return runInWorker<Uint8Array>({ script: 'app/routes/teams/heatmap/file/picture-file-worker.ts', task, limits });
}

function settled(outcome: WorkerOutcome<Uint8Array>, rows: number): MadeFile {
  if (outcome.ok) return { ok: true, bytes: outcome.answer };
  // What takes too long takes so on a server that has too much to do: the bounds are far from what a file needs.
  return outcome.problem === 'too-large' ? { ok: false, problem: 'too-large', rows } : { ok: false, problem: 'busy' };
}

/** A drawing's own pixels, as its root says them. */
function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg\b[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
