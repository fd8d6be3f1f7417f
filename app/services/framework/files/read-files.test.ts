import { describe, expect, it } from 'vitest';
import { frameworkFiles, textFile } from '#tests/helpers/framework-files.ts';
import { readFiles } from './read-files.server.ts';

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
});
