import { measureRounds } from '../measure-rounds.ts';
import { printFigure, printHeading, printLine } from '../printing.ts';
import type { Section } from '../section.ts';
import { signInJobs } from '../sign-in-jobs.ts';

/** Of what strangers may time: enough for a difference of a few in a hundred to show. */
const rounds = 300;

/** Whether the time of an answer tells who has an account. */
export const measureSignIn: Section = async (open) => {
  const { jobs, settle } = signInJobs(await open());
  const signIn = await measureRounds(rounds, jobs, settle);
  printHeading(`Signing in, up to the answer, ${rounds} rounds`);
  printLine('Floor: checking one password (argon2)', signIn.check, signIn.check);
  printLine('Wrong password, known address', signIn.knownSignIn, signIn.check);
  printLine('Wrong password, unknown address', signIn.unknownSignIn, signIn.check);
  printLine('Request for a new password, known address', signIn.knownReset, signIn.check);
  printLine('Request for a new password, unknown address', signIn.unknownReset, signIn.check);
  printFigure('Wrong password: unknown to known address', signIn.unknownSignIn.median / signIn.knownSignIn.median, 'x', 2);
  printFigure('Request for a new password: unknown to known address', signIn.unknownReset.median / signIn.knownReset.median, 'x', 2);
};
