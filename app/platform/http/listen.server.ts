import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartProblem } from '#db/embedded/start-problem.ts';

export interface Listening {
  server: Server;
  port: number;
  /** From now on requests go here. Until then they are told that the service is starting. */
  serve(listener: RequestListener): void;
  /** Takes no more requests, lets running ones end for some seconds, then ends them. */
  close(): Promise<void>;
}

const drainMs = 8_000;

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', 'Cache-Control': 'no-store' });
  response.end('The service is starting. Try again in a few seconds.\n');
};

const problems: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) => `Port ${port} is taken by another program: set PORT to another.`,
  EACCES: (_host, port) => `This user may not open port ${port}: set PORT to another, 1024 or higher.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}: set HOST to one it has, such as 127.0.0.1.`,
  ENOTFOUND: (host) => `There is no machine called ${host}: set HOST to an address of this machine, such as 127.0.0.1.`,
};

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * Opens the port, before anything slow begins.
 *
 * @throws StartProblem when it cannot be had.
 */
export async function listen(host: string, port: number): Promise<Listening> {
  let current = starting;
  // Times for a sender that never comes to the point: its headers, and all of it.
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 75_000, keepAliveTimeout: 20_000 }, (request, response) =>
    current(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const problem = problems[error.code ?? ''];
      reject(problem ? new StartProblem(problem(host, port)) : error);
    });
    server.listen(port, host, resolve);
  });
  let closed: Promise<void> | undefined;
  return {
    server,
    port: (server.address() as AddressInfo).port,
    serve: (listener) => {
      current = listener;
    },
    close: () => (closed ??= closing(server)),
  };
}
