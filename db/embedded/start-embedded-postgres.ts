import { checkVersion } from './check-version.ts';
import { liveMarks, register } from './client-register.ts';
import { prepareDataFolder, type DataFolder } from './data-folder.ts';
import { withExclusiveLock } from './exclusive-lock.ts';
import { clusterFolder, clusterIsThere, initialiseCluster, ownerName } from './initialise-cluster.ts';
import { locateBinaries, type Binaries } from './locate-binaries.ts';
import { databasePasswords } from './passwords.ts';
import { runningPostmaster } from './postmaster-pid.ts';
import { databaseName, prepareDatabase } from './prepare-database.ts';
import { runnableBinaries } from './runnable-binaries.ts';
import { expectedServerFolder, serverPlace } from './server-place.ts';
import { sharedFolder, sharedFolders } from './shared-folder.ts';
import { startServer } from './start-server.ts';
import { stopServer } from './stop-server.ts';
import { serverUser, type SystemUser } from './system-user.ts';
import { appRole } from '#db/roles.ts';

export interface EmbeddedPostgres {
  /** A superuser's login, which owns the schema: for migrations only. */
  ownerUrl: string;
  /** The login the app works under: no superuser, bound by row-level security, owner of nothing. */
  appUrl: string;
  /** Whether the server runs now. */
  isRunning(): boolean;
  /** Starts the server again where it has ended, on its port, so that the logins above stay true. */
  revive(): Promise<void>;
  /** Takes leave of the server; the last client to leave stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataFolder: string;
  /** Told of what takes long or lies where one would not look. */
  log?: ((message: string) => void) | undefined;
  /** False gives up safety against power cuts for speed: for throw-away test databases only. */
  durable?: boolean;
  /** Folders outside the project for a database that root starts; tests name their own. */
  outsideFolders?: string[];
}

interface Server {
  binaries: Binaries;
  user: SystemUser | undefined;
  cluster: string;
}

function url(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

async function leaveServer(data: DataFolder, leave: () => void, server: Server): Promise<void> {
  leave();
  if (liveMarks(data.clients).length > 0) return;
  await stopServer(server.binaries, server.cluster, server.user);
}

async function start(data: DataFolder, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log = () => undefined, durable = true, outsideFolders = sharedFolders } = options;
  const user = serverUser(expectedServerFolder(data));
  const binaries = await runnableBinaries(locateBinaries(), user, () =>
    user ? sharedFolder(user, outsideFolders) : data.folder,
  );
  const serverFolder = serverPlace(data, user, outsideFolders);
  if (serverFolder !== data.server) log(`The database lies in ${serverFolder}, where its own user can reach it.`);
  const isThere = clusterIsThere(serverFolder);
  const passwords = databasePasswords(data.passwords, isThere);
  if (!isThere) {
    log(`Making a new database in ${serverFolder}.`);
    await initialiseCluster({ binaries, user, serverFolder, ownerPassword: passwords.owner, durable });
  }
  const cluster = clusterFolder(serverFolder);
  checkVersion(cluster, binaries.major);

  const server = { binaries, user, cluster };
  const leave = register(data.clients);
  try {
    const plan = { ...server, log: data.log, durable };
    const { port } = await startServer(plan);
    const ownerUrlOf = (database: string) => url(ownerName, passwords.owner, port, database);
    await prepareDatabase(ownerUrlOf, passwords, data.passwords);
    let left: Promise<void> | undefined;
    return {
      ownerUrl: ownerUrlOf(databaseName),
      appUrl: url(appRole, passwords.app, port, databaseName),
      isRunning: () => runningPostmaster(cluster) !== undefined,
      revive: () => withExclusiveLock(data.lock, async () => void (await startServer({ ...plan, port }))),
      stop: () => (left ??= withExclusiveLock(data.lock, () => leaveServer(data, leave, server))),
    };
  } catch (error) {
    await leaveServer(data, leave, server);
    throw error;
  }
}

/**
 * Starts the app's own PostgreSQL server in a data folder, or joins the one that runs there:
 * several processes may use it at once. A server that a killed process left running is taken over;
 * one that was killed itself is started again and recovers what was committed.
 *
 * @throws StartProblem when that is not possible, saying what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = prepareDataFolder(options.dataFolder);
  return withExclusiveLock(data.lock, () => start(data, options));
}
