import { findBreaches } from './house-rules.ts';
import { readTree } from './source/read-tree.ts';

const breaches = findBreaches(readTree(process.cwd()));
for (const breach of breaches) console.log(breach);
if (breaches.length > 0) console.log(`${breaches.length} breaches of the house rules.`);
process.exitCode = breaches.length === 0 ? 0 : 1;
