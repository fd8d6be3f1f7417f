import { readFiles } from '#app/services/framework/files/read-files.server.ts';
import { fullFacts, releaseFiles } from './release-files.ts';

/** Reads one release in a process of its own and prints the most memory that the process had, in megabytes. */
const { files } = releaseFiles(fullFacts());
await readFiles(files);
// In kilobytes, as the system tells it.
console.log(Math.round(process.resourceUsage().maxRSS / 1000));
