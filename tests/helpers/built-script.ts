import { join } from 'node:path';
import { inject } from 'vitest';

/** The built form of a script that tests start as a process or a thread of its own. */
export const builtScript = (file: string): string => join(inject('builtScripts'), file.replace(/\.ts$/, '.js'));
