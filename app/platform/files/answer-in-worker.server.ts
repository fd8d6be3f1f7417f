import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from './worker-message.ts';

/** Called once by a worker's script: does the task that it was given and sends the answer. What is thrown fails the run. */
export async function answerInWorker<Task, Answer, Step = never>(work: (task: Task, tell: (step: Step) => void) => Promise<Answer>): Promise<void> {
  const send = (message: WorkerMessage<Answer, Step>) => parentPort?.postMessage(message);
  const { task } = workerData as { task: Task };
  send({ answer: await work(task, (step) => send({ step })) });
}
