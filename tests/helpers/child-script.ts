import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { builtScript } from './built-script.ts';

export interface ChildScript {
  process: ChildProcess;
  pid: number;
  /** The next line it prints. Rejects, with what it wrote to its error output, when it ends instead. */
  nextLine(): Promise<string>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Closes its input and waits for it to end by itself; gives its exit code. */
  finish(): Promise<number | null>;
}

/** Runs a script of `tests/fixtures`, built, as a process of its own, from the project's folder. */
export function childScript(file: string, ...parameters: string[]): ChildScript {
  const child = spawn(process.execPath, [builtScript(file), ...parameters], { stdio: 'pipe' });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    pid: child.pid ?? 0,
    nextLine: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file} ended without an answer: ${errors}`);
      return value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    finish: async () => {
      child.stdin.end();
      return (await ended)[0];
    },
  };
}
