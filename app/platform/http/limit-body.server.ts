import type { Request, RequestHandler, Response } from 'express';
import { waitInWords } from '#app/domain/access/wait-in-words.ts';
import { type BodyLimit, bodyLimit, bytesInFlight } from './body-limits.server.ts';
import { countParts } from './count-parts.server.ts';
import { pathOf } from './path-of.server.ts';
import { type Refusal, refuse } from './refuse.server.ts';

type Refused = 'too-large' | 'too-slow' | 'too-many-parts' | 'encoded' | 'busy';

/** Every body that is being read has arrived by then, or was given up. */
const busySeconds = 60;

const sentences: Record<Refused, (limit: BodyLimit) => Refusal> = {
  'too-large': ({ bytes }) => ({
    status: 413,
    title: 'That is too large',
    detail: `This page takes at most ${bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} kB`}. Nothing was saved. Send a smaller file, or split it.`,
  }),
  'too-many-parts': ({ parts }) => ({
    status: 413,
    title: 'That has too many parts',
    detail: `This page takes at most ${parts} fields or files at once. Nothing was saved.`,
  }),
  'too-slow': ({ seconds }) => ({
    status: 408,
    title: 'That took too long to arrive',
    detail: `What was sent did not arrive within ${seconds} seconds. Nothing was saved. Check your connection, then try again.`,
  }),
  encoded: () => ({
    status: 415,
    title: 'We could not read what was sent',
    detail: 'It was sent compressed, which is not accepted here. Nothing was saved.',
  }),
  busy: () => ({
    status: 503,
    title: 'Sorry, the service is busy',
    detail: `It cannot take your request at the moment. Nothing was saved. ${waitInWords(busySeconds)}.`,
    headers: { 'Retry-After': String(busySeconds) },
  }),
};

let inFlight = 0;

/** The body that limitBody has read, for the handler behind it. */
export function bodyOf(response: Response): Buffer | undefined {
  return response.locals.body as Buffer | undefined;
}

function readWhole(request: Request, limit: BodyLimit): Promise<Buffer | Refused> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (result: Buffer | Refused) => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', close);
      resolve(result);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit.bytes) settle('too-large');
      else chunks.push(chunk);
    };
    const end = () => settle(Buffer.concat(chunks));
    const close = () => {
      clearTimeout(timer);
      reject(new Error('The sender went away.'));
    };
    const timer = setTimeout(() => settle('too-slow'), limit.seconds * 1000);
    request.on('data', take).once('end', end).once('close', close);
  });
}

async function readBody(request: Request, limit: BodyLimit): Promise<Buffer | Refused> {
  const stated = Number(request.headers['content-length'] ?? limit.bytes);
  if (stated > limit.bytes) return 'too-large';
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return 'encoded';
  if (inFlight + stated > bytesInFlight) return 'busy';
  inFlight += stated;
  try {
    const body = await readWhole(request, limit);
    if (!Buffer.isBuffer(body)) return body;
    return countParts(body, request.headers['content-type'] ?? '') > limit.parts ? 'too-many-parts' : body;
  } finally {
    inFlight -= stated;
  }
}

const hasBody = ({ headers }: Request) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Reads the body to its end before anybody works on it, within limits of bytes, parts and time. A
 * sender who is slow, or never ends, holds a socket and nothing else. What states its size is
 * refused before any of it is read.
 */
export function limitBody(limitOf: (path: string) => BodyLimit = bodyLimit): RequestHandler {
  return (request, response, next) => {
    if (!hasBody(request)) {
      next();
      return;
    }
    const limit = limitOf(pathOf(request) ?? '/');
    readBody(request, limit).then(
      (body) => {
        if (Buffer.isBuffer(body)) {
          response.locals.body = body;
          next();
        } else {
          refuse(request, response, sentences[body](limit));
        }
      },
      () => request.socket.destroy(),
    );
  };
}
