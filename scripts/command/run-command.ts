import { StartProblem } from '#db/embedded/start-problem.ts';

/**
 * Runs a command to its end. What the person can put right is said in plain words, anything else
 * with its trace; the process ends with code 1 in both cases.
 */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StartProblem) console.error(error.message);
    else if (error instanceof Response) console.error(`The command was refused: ${error.status} ${error.statusText}`);
    else console.error(error);
    process.exitCode = 1;
  }
}
