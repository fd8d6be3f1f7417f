import type { Check } from './checks-of.ts';
import { runCommand } from './run-command.ts';

/** How many run at once: the small machines that build this have two cores. */
const lanes = 2;

/**
 * Runs every check, whatever the others say, and tells one line for each with its time, followed by
 * all that a failing one printed. Answers whether all passed.
 */
export async function runChecks(checks: readonly Check[], root: string, say: (line: string) => void): Promise<boolean> {
  const waiting = [...checks];
  let allPassed = true;
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { ok, output, seconds } = await runCommand(check.args, root);
      say(`${ok ? 'ok    ' : 'FAILED'}  ${check.name.padEnd(14)} ${seconds.toFixed(1)} s`);
      if (!ok) say(output.replace(/^/gm, '    '));
      allPassed &&= ok;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return allPassed;
}
