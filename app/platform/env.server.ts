import { z } from 'zod';
import { StartProblem } from '#db/embedded/start-problem.ts';
import { mailConnection } from '#app/platform/mail/mail-connection.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/);

/** Without https a cookie could be read and set on the way: plain http is for the machine that one sits at. */
function mayBeOrigin({ protocol, hostname, pathname }: URL): boolean {
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return pathname === '/' && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}

const origin = z
  .string()
  .refine((text) => URL.canParse(text) && mayBeOrigin(new URL(text)))
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
  ORIGIN: { shape: origin.optional(), rule: 'an origin such as https://skills.example.org, without a path; http is for localhost alone' },
  SECRET_KEY: {
    shape: z.string().regex(/^[0-9a-f]{64}$/i).optional(),
    rule: '64 hexadecimal digits, such as those that "openssl rand -hex 32" prints',
  },
  SMTP_URL: {
    shape: z.string().regex(/^smtps?:\/\/\S+$/).refine((text) => URL.canParse(text) && mailConnection(text) !== null).optional(),
    rule: 'an address such as smtps://user:password@mail.example.org:465, or smtp:// with or without ?tls=off',
  },
  MAIL_FROM: {
    shape: z.string().regex(/^[^\r\n]*[^\s@]+@[^\s@]+$/).optional(),
    rule: 'an e-mail address, such as skills@example.org or "Capability Map <skills@example.org>"',
  },
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
  /** In hexadecimal digits. Undefined: a key of its own, kept in the data folder. */
  secretKey: string | undefined;
  /** Undefined: mails stay in the outbox. */
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
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
      // What may hold a password or key is not repeated.
      const repeated = /^(DATABASE|SECRET|SMTP)/.test(name) ? '' : `, not "${given}"`;
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
    secretKey: read('SECRET_KEY'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM'),
    trustedProxies: read('TRUST_PROXY'),
    logLevel: read('LOG_LEVEL'),
    isProduction: read('NODE_ENV') === 'production',
  };
}
