import type { Server } from 'node:http';
import pino, { type Logger } from 'pino';
import { connectDatabase, type DatabaseHandle } from '#db/connect.ts';
import { claimInstance } from '#db/embedded/claim-instance.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { answerBusy } from './answer-busy.server.ts';
import { systemClock } from './clock.server.ts';
import type { Env } from './env.server.ts';
import { issueFirstRunToken } from '#app/platform/secret/first-run-token.server.ts';
import { listen } from '#app/platform/http/listen.server.ts';
import { makeApp, type Pages } from '#app/platform/http/make-app.server.ts';
import { logError } from './log-error.server.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { startJobs } from '#app/platform/jobs/start-jobs.server.ts';
import { logMailConnection } from '#app/platform/mail/log-mail-connection.server.ts';
import { mailJob } from '#app/platform/mail/mail-job.server.ts';
import { provideRuntime, type Runtime } from './runtime.server.ts';
import { secretKey } from '#app/platform/secret/secret-key.server.ts';

export interface StartOptions {
  env: Env;
  /** Where the pages come from; given the server, because Vite's live reload uses its port. */
  pages: (server: Server) => Promise<Pages>;
  /** Run on the migrated database before the first request is served: the demo loads its data here. */
  prepare?: (runtime: Runtime) => Promise<void>;
  /** What the product does by itself beside sending its mail, made of services. */
  jobs?: (runtime: Runtime) => Job[];
  /** Told what takes long while starting, and in development of each mail that waits. */
  say?: (message: string) => void;
  log?: Logger;
  /** Whether a provider for single sign-on may stand on this machine: in tests only. */
  allowsLocalProviders?: boolean;
}

export interface RunningServer {
  runtime: Runtime;
  port: number;
  /** Under which a browser finds it. */
  origin: string;
  /** Where to make the first organisation, with the one-time token; null once somebody can sign in. */
  firstRunUrl: string | null;
  /** Ends everything that the start opened, in the opposite order. May be called more than once. */
  stop(): Promise<void>;
}

/** What has been opened so far, closed whatever happens: the port first, then the rest from the last to the first. */
function openThings(closePort: () => Promise<void>) {
  const closers: (() => Promise<unknown>)[] = [];
  let closed: Promise<void> | undefined;
  const closeAll = async () => {
    let failure: unknown;
    for (const close of [closePort, ...closers.reverse()]) await close().catch((error: unknown) => (failure ??= error));
    if (failure !== undefined) throw failure;
  };
  return {
    toClose: (close: () => Promise<unknown>) => closers.push(close),
    closeAll: () => (closed ??= closeAll()),
  };
}

async function openDatabase(options: StartOptions, log: Logger): Promise<DatabaseHandle> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = options.env;
  return connectDatabase({
    databaseUrl,
    databaseOwnerUrl,
    dataFolder,
    log: options.say ?? ((message) => log.info(message)),
    keepRunning: true,
  });
}

function runtimeOf({ env, allowsLocalProviders = false }: StartOptions, opened: Pick<Runtime, 'pool' | 'log' | 'origin'>): Runtime {
  const { smtpUrl, mailFrom, isProduction } = env;
  const { hostname } = new URL(opened.origin);
  return {
    ...opened,
    now: systemClock,
    secretKey: secretKey(env.secretKey, env.dataFolder),
    mailServer: smtpUrl === undefined ? null : { url: smtpUrl, from: mailFrom ?? `Capability Map <no-reply@${hostname}>` },
    isDevelopment: !isProduction,
    allowsLocalProviders,
  };
}

/** Two machines on one database that each have made a key of their own cannot read what the other has sealed. */
const keyOfThisFolder = 'SECRET_KEY is not set: the key of DATA_FOLDER is used. Every other process on this database needs the same.';

/**
 * Starts the whole product in this process: the port, the database, its migrations, the pages.
 *
 * @throws StartProblem where the person who starts it can put something right; nothing is left running.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { env } = options;
  const log = options.log ?? pino({ level: env.logLevel, base: undefined, serializers: { err: logError } });
  const listening = await listen(env.host, env.port);
  const { toClose, closeAll } = openThings(listening.close);
  try {
    const origin = env.origin ?? `http://localhost:${listening.port}`;
    if (env.databaseUrl === undefined) toClose(await claimInstance(env.dataFolder));
    const database = await openDatabase(options, log);
    toClose(database.close);
    await migrateDatabase(database.ownerUrl);
    const runtime = runtimeOf(options, { pool: answerBusy(database.pool, log), log, origin });
    provideRuntime(runtime);
    logMailConnection(log, env.smtpUrl);
    if (env.databaseUrl !== undefined && env.secretKey === undefined) log.warn(keyOfThisFolder);
    await options.prepare?.(runtime);
    const pages = await options.pages(listening.server);
    toClose(pages.close);
    const token = await issueFirstRunToken(runtime.pool, runtime.now());
    const { trustedProxies } = env;
    listening.serve(makeApp({ runtime, pages, trustedProxies, originIsGiven: env.origin !== undefined }));
    toClose(startJobs([mailJob(options.say), ...(options.jobs?.(runtime) ?? [])], runtime));
    const firstRunUrl = token === null ? null : `${origin}/first-run?token=${token}`;
    return { runtime, port: listening.port, origin, firstRunUrl, stop: closeAll };
  } catch (error) {
    await closeAll().catch(() => undefined);
    throw error;
  }
}
