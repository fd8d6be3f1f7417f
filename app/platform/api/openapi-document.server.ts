import { z } from 'zod';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe('Always the same for this status.'),
  status: z.int(),
  detail: z.string().describe('What was wrong and what to do, for a person to read.'),
  errors: z
    .array(z.object({ pointer: z.string().describe('A JSON pointer into the body, such as "#/entries/0/level".'), detail: z.string() }))
    .optional()
    .describe('Every place in the body that is wrong.'),
});

const meanings: Record<number, string> = {
  400: 'The request cannot be read: malformed JSON, or a date that does not exist.',
  401: 'No valid key was sent. The same answer for a missing, malformed, unknown and revoked key.',
  403: 'The key may read, not write.',
  404: 'There is no such thing in your organisation.',
  409: 'Something was changed meanwhile; nothing was saved.',
  413: 'The body is larger than 1 MB.',
  415: 'The body is not "application/json" in UTF-8.',
  422: 'Something in the body is wrong; nothing was saved. "errors" names every place.',
  429: 'Too many requests of this key; "Retry-After" says for how many seconds to wait.',
  500: 'The fault is ours.',
  503: 'The service is busy; nothing was saved, and "Retry-After" says for how many seconds to wait.',
};

/** The problems of an operation: its own, and those of every operation of its kind. */
function problemStatuses({ needs, method, body, problems = [] }: Operation): number[] {
  const all = [...problems, 500];
  if (needs !== null) all.push(401, 429, 503);
  if (method !== 'GET') all.push(403);
  if (body) all.push(400, 413, 415, 422);
  return [...new Set(all)].sort((one, other) => one - other);
}

type Names = ReadonlyMap<z.ZodType, string>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every body and answer has a name in the document; a schema that several share keeps one. */
function nameSchemas(operations: readonly Operation[], shared: Record<string, z.ZodType>): Names {
  const names = new Map<z.ZodType, string>();
  const add = (schema: z.ZodType, name: string) => names.set(schema, names.get(schema) ?? name);
  for (const [name, schema] of Object.entries({ ...shared, Problem: problemSchema })) add(schema, name);
  for (const { id, body, answers } of operations) {
    if (body) add(body, `${capital(id)}Request`);
    for (const { schema } of Object.values(answers)) if (schema) add(schema, `${capital(id)}Answer`);
  }
  return names;
}

function describe(operation: Operation, names: Names): Json {
  const { id, summary, description, parameters = {}, body, needs, answers } = operation;
  const content = (type: string, schema: z.ZodType) => ({
    [type]: { schema: { $ref: `#/components/schemas/${names.get(schema)}` } },
  });
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    security: needs === null ? [] : [{ bearer: [operation.method === 'GET' ? 'read' : 'write'] }],
    parameters: Object.entries(parameters).map(([name, parameter]) => ({
      name,
      in: parameter.in,
      description: parameter.description,
      required: parameter.in === 'path',
      schema: plain(z.toJSONSchema(parameter.schema, { io: 'input' })),
    })),
    ...(body ? { requestBody: { required: true, content: content('application/json', body) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          {
            description: answer.description,
            ...(answer.headers
              ? { headers: mapValues(answer.headers, (says) => ({ description: says, schema: { type: 'string' } })) }
              : {}),
            ...(answer.schema ? { content: content('application/json', answer.schema) } : {}),
          },
        ]),
      ),
      ...Object.fromEntries(
        problemStatuses(operation).map((status) => [
          status,
          { description: meanings[status], content: content('application/problem+json', problemSchema) },
        ]),
      ),
    },
  };
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** Without what JSON Schema says of itself, and without the long pattern where a format says the same. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const isFormatted = 'format' in value && typeof value.format === 'string';
  const kept = Object.entries(value).filter(
    ([key, inner]) => key !== '$schema' && key !== '$id' && !(key === 'pattern' && isFormatted && typeof inner === 'string'),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, plain(inner)]));
}

/** The schemas by name. What reads an answer has to bear fields that come later, so answers are open. */
function schemasOf(names: Names): unknown {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  return plain(z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` }).schemas);
}

/** The OpenAPI 3.1 document of these operations; `shared` are the schemas that stand inside others, by name. */
export function openapiDocument(
  info: { title: string; version: string; description: string; path: string },
  operations: readonly Operation[],
  shared: Record<string, z.ZodType>,
): Json {
  const names = nameSchemas(operations, shared);
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation, names) };
  }
  const { path, ...about } = info;
  return {
    openapi: '3.1.0',
    info: about,
    servers: [{ url: path }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: schemasOf(names),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A key of your organisation, for reading or for writing too.' },
      },
    },
  };
}
