import { parseArgs, type ParseArgsConfig } from 'node:util';
import { StartProblem } from '#db/embedded/start-problem.ts';

/**
 * The arguments of a command.
 *
 * @throws StartProblem with what is wrong, and how the command is called.
 */
export function readArguments<T extends ParseArgsConfig>(usage: string, config: T) {
  try {
    return parseArgs({ strict: true, ...config } as T);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new StartProblem(`${reason}.\nUsage: ${usage}`);
  }
}
