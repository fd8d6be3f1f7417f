import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { builtScript } from './built-script.ts';

export interface CommandRun {
  /** With these beside the environment of the tests. */
  settings: Record<string, string>;
  /** From its TypeScript, as npm runs it; built otherwise, which is the same in a third of the time. */
  fromSource?: boolean;
}

/** Runs a command of `scripts` to its end as a process of its own; answers what it printed and how it ended. */
export async function runCommand(script: string, parameters: readonly string[], { settings, fromSource = false }: CommandRun): Promise<{ code: number | null; output: string; errors: string }> {
  const { INIT_CWD: _, ...environment } = process.env;
  const start = fromSource ? ['--import', 'tsx', script] : ['--import', pathToFileURL(builtScript('tests/fixtures/use-built-workers.ts')).href, builtScript(script)];
  const child = spawn(process.execPath, [...start, ...parameters], { stdio: 'pipe', env: { ...environment, ...settings } });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, errors };
}
