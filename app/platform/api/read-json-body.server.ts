import type { z } from 'zod';
import { type FieldProblem, fieldProblems, pointerTo, problem } from './problem.server.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

function isJson(contentType: string | null): boolean {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';').map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw problem(400, 'The body is not JSON in UTF-8.');
  }
}

/** Of the ways in which a value was tried to be read, the one that got furthest says the most. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const told = issue.errors.flat().filter((inner) => inner.code !== 'invalid_value' && inner.code !== 'invalid_type');
  return told.length === 0 ? [issue] : [{ ...told[0]!, path: [...issue.path, ...told[0]!.path] }];
}

function asProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: 'There is no field of this name' }));
  }
  return deepest(issue).map(({ path, message }) => ({ pointer: pointerTo(path), detail: message }));
}

/** PostgreSQL stores no NUL, and half a character is no character. */
function unstorable(value: unknown, path: PropertyKey[]): FieldProblem[] {
  if (typeof value === 'string') {
    const isFine = !value.includes('\0') && !/\p{Surrogate}/u.test(value);
    return isFine ? [] : [{ pointer: pointerTo(path), detail: 'Remove the characters that are no text' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unstorable(inner, [...path, key]));
}

/**
 * The body, checked. Throws a problem: 415 for another kind of content, 400 for what is no JSON, 422
 * with every place that is wrong.
 */
export async function readJsonBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  if (!isJson(request.headers.get('Content-Type'))) throw problem(415);
  const checked = schema.safeParse(parse(await request.arrayBuffer()));
  if (!checked.success) throw fieldProblems(422, checked.error.issues.flatMap(asProblems));
  // Looked for after the check: what was checked is not deep.
  const wrong = unstorable(checked.data, []);
  if (wrong.length > 0) throw fieldProblems(422, wrong);
  return checked.data;
}
