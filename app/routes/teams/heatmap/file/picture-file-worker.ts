import { answerInWorker } from '#app/platform/files/answer-in-worker.server.ts';
import { fileDrawing, type FileTask } from './file-drawing.server.ts';

/** Draws a file of a large picture in a thread of its own. */
await answerInWorker<FileTask, Uint8Array>((task) => Promise.resolve(fileDrawing(task)));
