import { inject } from 'vitest';
import { provideBuiltWorkers } from '#app/platform/files/built-worker.server.ts';

/* Workers start as they do in production. Of `tests/fixtures`, and of what is named by another path, the TypeScript is read. */
provideBuiltWorkers(inject('builtScripts'));
