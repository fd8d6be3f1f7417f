import type { z } from 'zod';
import type { Action } from '#app/domain/access/action.ts';

/** One answer that an operation may give when all is well. */
export interface DocumentedAnswer {
  description: string;
  /** Left out where the answer has no body. */
  schema?: z.ZodType;
  /** Header names and what they say. */
  headers?: Record<string, string>;
}

/**
 * One thing that the API does. The route answers by it and the OpenAPI document is written from it,
 * so that the two cannot say different things.
 */
export interface Operation {
  id: string;
  method: 'GET' | 'POST';
  /** Below `/api/v1`, with `{parameter}` where the route has `:parameter`. */
  path: string;
  summary: string;
  description?: string;
  /** What the key must be allowed to do; null where no key is asked for. */
  needs: Action | null;
  /** What the parts of the path and the query stand for, by name. */
  parameters?: Record<string, { in: 'path' | 'query'; description: string; schema: z.ZodType }>;
  body?: z.ZodType;
  answers: Record<number, DocumentedAnswer>;
  /** The statuses of this operation's own problems; those that every operation has are added. */
  problems?: readonly number[];
}

/** What a handler is given: nothing in it is unchecked. */
export interface Call<O extends Operation> {
  request: Request;
  context: O['needs'] extends null ? null : import('#app/platform/context.ts').Context;
  /** Parts of the path; an unknown one is empty. */
  parameter: (name: string) => string;
  body: O['body'] extends z.ZodType ? z.output<O['body']> : undefined;
  /** The rows of what was asked ahead. */
  ahead: unknown[];
}

/** What a handler answers: one of the documented statuses, with the body that belongs to it. */
export type AnswerOf<O extends Operation> = {
  [Status in keyof O['answers']]: O['answers'][Status] extends { schema: infer Schema extends z.ZodType }
    ? { status: Status; body: z.output<Schema>; headers?: Record<string, string> }
    : { status: Status; body?: undefined; headers?: Record<string, string> };
}[keyof O['answers']];
