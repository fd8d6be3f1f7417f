import type { Job } from '#app/platform/jobs/job.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { deliverMails } from './deliver-mails.server.ts';
import { printNewMails } from './print-new-mails.server.ts';

/** Sends what waits in the outboxes. `say` prints for whoever develops. */
export function mailJob(say: (message: string) => void = () => undefined): Job {
  const print = printNewMails(say);
  return {
    name: 'mail',
    everySeconds: 3,
    run: async (stopping) => {
      await deliverMails(runtime(), stopping);
      await print(runtime());
    },
  };
}
