import { parse } from 'csv-parse/sync';
import { planRelease } from '#app/domain/framework/release/plan-release.ts';
import { readFiles } from '#app/services/framework/files/read-files.server.ts';
import { fullFacts, nextFacts, releaseFiles } from './release-files.ts';

/** What reading a release and comparing it with the adopted version cost, beside merely parting its rows into cells. */
export async function releaseJobs() {
  const base = fullFacts();
  const { files, rows } = releaseFiles(nextFacts(base));
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1_000_000;
  const { readings } = await readFiles(files);
  const read = readings.flatMap(({ file, reading }) => {
    if (!reading.ok) throw new Error(`The bench cannot read ${file}: ${JSON.stringify(reading.refusals[0])}`);
    return [{ file, kind: reading.kind, facts: reading.facts }];
  });
  const plan = () => planRelease({ base, readings: read, changeNotes: [], decisions: new Map() });
  return {
    size: { rows, megabytes, items: plan().items.length },
    jobs: {
      parse: async () => files.map(({ bytes }) => parse(Buffer.from(bytes)) as unknown),
      read: () => readFiles(files),
      plan: async () => plan(),
    },
  };
}
