import { describe, expect, it } from 'vitest';
import { templateExample } from '#app/domain/framework/template/template-example.ts';
import { groupReadings } from '#app/services/framework/import/group-readings.server.ts';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { explainWorkerProblem } from './explain-worker-problem.server.ts';
import { readFiles } from './read-files.server.ts';
import { writeTemplate } from './write-template.server.ts';

describe('reading files', () => {
  it('answers for each file what it says, in the order given, and tells how far it is', async () => {
    const files = [...frameworkFiles('roles.csv', 'harbour-keeper.txt'), textFile('folder/letter.txt', 'Dear all')];
    const steps: [number, number][] = [];
    const { readings } = await readFiles(files, (done, of) => steps.push([done, of]));
    expect(readings.map(({ file, reading }) => [file, reading.ok && reading.kind])).toEqual([
      ['roles.csv', 'roles-csv'],
      ['harbour-keeper.txt', 'role-page'],
      ['letter.txt', false],
    ]);
    expect(steps).toEqual([[1, 3], [2, 3], [3, 3]]);
    expect(files.every(({ bytes }) => bytes.length > 0)).toBe(true);
  });

  it('takes an own framework from its workbook, by the name that it gives itself', async () => {
    const { frameworkName, facts } = templateExample;
    const { readings } = await readFiles([{ name: 'any name.xlsx', bytes: writeTemplate(frameworkName, facts, 'xlsx').bytes }]);
    expect(groupReadings(readings.flatMap(({ file, reading }) => (reading.ok ? [{ file, ...reading }] : [])))).toMatchObject([
      { frameworkKey: 'example-framework', frameworkName, kind: 'own', readings: [{ file: 'any name.xlsx', facts }] },
    ]);
  });

  it('names the file at which a worker was ended, and says of those after it that they were not come to', () => {
    const told = explainWorkerProblem('too-long', ['slow.xlsx', 'other.csv']);
    expect(told.map(({ file, reading }) => [file, reading.ok ? '' : reading.refusals[0]?.message])).toEqual([
      ['slow.xlsx', expect.stringMatching(/slow\.xlsx took longer than 20 seconds.*Split it/)],
      ['other.csv', expect.stringMatching(/not read, because reading ended at slow\.xlsx/)],
    ]);
    expect(JSON.stringify(explainWorkerProblem('too-large', ['big.xlsx']))).toMatch(/more memory than the 160 MB/);
    expect(JSON.stringify(explainWorkerProblem('busy', ['a.csv']))).toMatch(/Try again in a minute/);
  });
});
