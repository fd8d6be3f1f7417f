import { liveMarks, register } from './client-register.ts';
import { prepareDataFolder } from './data-folder.ts';
import { withExclusiveLock } from './exclusive-lock.ts';
import { pidOfMark } from './process-mark.ts';
import { StartProblem } from './start-problem.ts';

/**
 * Claims a data folder for one running app. Commands that only join the database do not claim it.
 * The answer gives the claim back; the claim of a killed process counts for nothing.
 *
 * @throws StartProblem when another running app holds it, or the folder cannot be written.
 */
export async function claimInstance(dataFolder: string): Promise<() => Promise<void>> {
  const data = prepareDataFolder(dataFolder);
  return withExclusiveLock(data.lock, async () => {
    const holder = liveMarks(data.instances)[0];
    if (holder !== undefined) {
      throw new StartProblem(
        `The data folder ${data.folder} is in use by a running instance (process ${pidOfMark(holder)}): stop that one first, or set DATA_FOLDER to another folder.`,
      );
    }
    const leave = register(data.instances);
    return async () => leave();
  });
}
