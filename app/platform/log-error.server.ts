import pino from 'pino';

/** What the database layer adds to its errors: the statement, and the values in it, which are people's data. */
const withValues = ['query', 'params', 'detail', 'where', 'parameters'];

/** The first line of a message; that of a refused statement goes on with its values. */
const firstLine = (text: string): string => text.split('\n')[0]!;

interface LoggedError {
  type?: string;
  message?: string;
  stack?: string;
  [field: string]: unknown;
}

/** Keeps the frames of a stack, under the first line of its message. */
function framesOf(stack: string): string {
  const lines = stack.split('\n');
  return [lines[0]!, ...lines.filter((line) => /^\s+at /.test(line))].join('\n');
}

/**
 * How an error is written to the log: what it is and where it came from, without the values of the statement
 * that failed. Its causes are written in the same way.
 */
export function logError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { cause } = error;
  const written = pino.stdSerializers.err(Object.assign(Object.create(Object.getPrototypeOf(error) as object) as Error, error, {
    message: firstLine(error.message),
    stack: framesOf(error.stack ?? ''),
    cause: undefined,
  })) as LoggedError;
  const kept = Object.fromEntries(Object.entries(written).filter(([name]) => !withValues.includes(name) && name !== 'cause'));
  return { ...kept, ...(cause === undefined ? {} : { cause: logError(cause) }) };
}
