/*
 * What a worker thread starts with, in plain JavaScript: a thread does not inherit how its process reads TypeScript,
 * and under tests or a build the process may read it otherwise.
 */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.script);
