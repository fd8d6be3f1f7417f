import { z } from 'zod';
import { StartProblem } from '#db/embedded/start-problem.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/);

const origin = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/')
  .transform((text) => new URL(text).origin);

/** Each variable, and what is said when it does not fit. */
const variables = {
  PORT: { shape: wholeNumber(0, 65_535).default(3000), rule: 'a whole number from 0 to 65535' },
  HOST: { shape: z.string().default('127.0.0.1'), rule: 'a host name or address' },
  DATABASE_URL: { shape: postgresUrl.optional(), rule: 'an address such as postgres://user:password@host:5432/name' },
  DATABASE_OWNER_URL: {
    shape: postgresUrl.optional(),
    rule: 'an address such as postgres://owner:password@host:5432/name',
  },
  DATA_FOLDER: { shape: z.string().default('.data'), rule: 'the path of a folder' },
  ORIGIN: { shape: origin.optional(), rule: 'an origin such as https://skills.example.org, without a path' },
  TRUST_PROXY: { shape: wholeNumber(0, 10).default(0), rule: 'the number of proxies in front, from 0 to 10' },
  LOG_LEVEL: { shape: z.enum(logLevels).default('info'), rule: `one of ${logLevels.join(', ')}` },
  NODE_ENV: { shape: z.string().default('development'), rule: 'production or development' },
};

/** What the process is told from outside, checked. Read once, at the start, and handed on. */
export interface Env {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Undefined: the embedded database in the data folder. */
  databaseUrl: string | undefined;
  /** A login that may change the schema; without it DATABASE_URL's login is used. */
  databaseOwnerUrl: string | undefined;
  dataFolder: string;
  /** Undefined: `http://localhost` and the port. */
  origin: string | undefined;
  /** How many proxies in front of the server append to X-Forwarded-For. */
  trustedProxies: number;
  logLevel: (typeof logLevels)[number];
  isProduction: boolean;
}

/**
 * Reads and checks the environment. An empty variable counts as not set.
 *
 * @throws StartProblem naming the first variable that does not fit, and what would.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const read = <Name extends keyof typeof variables>(name: Name) => {
    const given = source[name] === '' ? undefined : source[name];
    const { shape, rule } = variables[name];
    const result = shape.safeParse(given);
    if (!result.success) {
      // An address may hold a password, so it is not repeated.
      const repeated = name.startsWith('DATABASE') ? '' : `, not "${given}"`;
      throw new StartProblem(`${name} must be ${rule}${repeated}.`);
    }
    return result.data as z.output<(typeof variables)[Name]['shape']>;
  };
  return {
    port: read('PORT'),
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    dataFolder: read('DATA_FOLDER'),
    origin: read('ORIGIN'),
    trustedProxies: read('TRUST_PROXY'),
    logLevel: read('LOG_LEVEL'),
    isProduction: read('NODE_ENV') === 'production',
  };
}
