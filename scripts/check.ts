import { fileURLToPath } from 'node:url';
import { checksOf } from './check/checks-of.ts';
import { runChecks } from './check/run-checks.ts';

/** `npm run check`: types, lint, import rules, house rules and unused code; ends non-zero when one fails. */
const root = fileURLToPath(new URL('..', import.meta.url));
const passed = await runChecks(checksOf(root), root, console.log);
console.log(passed ? 'All checks passed.' : 'Some checks failed; their output stands above.');
process.exitCode = passed ? 0 : 1;
