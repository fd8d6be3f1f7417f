import { runtime } from '#app/platform/runtime.server.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { noteImportProgress } from './note-import-progress.server.ts';

const signOfLifeMs = 15_000;

/** Does work on an import while noting how far it is, so that nobody else takes it up; a note that fails does not end the work. */
export async function withSignsOfLife<Answer>(db: TenantDatabase, importId: string, work: (onStep: (done: number, of: number) => void) => Promise<Answer>): Promise<Answer> {
  const { log, now } = runtime();
  let [stepsDone, steps] = [0, 1];
  let noting: Promise<void> = Promise.resolve();
  const note = () => {
    noting = noting
      .then(() => db.transaction((tx) => noteImportProgress(tx, db.organisationId, importId, { stepsDone, steps, now: now() })))
      .catch((error: unknown) => log.warn({ err: error }, 'the progress of an import could not be noted'));
  };
  const signsOfLife = setInterval(note, signOfLifeMs);
  try {
    return await work((done, of) => {
      [stepsDone, steps] = [done, of];
      note();
    });
  } finally {
    clearInterval(signsOfLife);
    await noting;
  }
}
