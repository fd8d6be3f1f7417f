import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#app/domain/framework/clean-text.ts';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts, ImportReading } from '#app/domain/framework/framework-facts.ts';
import { mergeFacts } from '#app/domain/framework/merging/merge-facts.ts';
import { readRolesCsv } from '#app/domain/framework/reading/tables/read-roles-csv.ts';
import { readSkillsCsv } from '#app/domain/framework/reading/tables/read-skills-csv.ts';
import { guardCell } from './guard-cell.ts';
import { rolesCsvRows } from './roles-csv-rows.ts';
import { skillsCsvRows } from './skills-csv-rows.ts';
import { unguardCell } from './unguard-cell.ts';

const folders = {
  official: new URL('../../../../../shared/framework/', import.meta.url),
  madeUp: new URL('../../../../tests/fixtures/framework/', import.meta.url),
};
const sets = Object.entries(folders).filter(([, folder]) => existsSync(folder));

function accepted(reading: ImportReading) {
  if (!reading.ok) throw new Error(reading.refusals.map(({ message }) => message).join('\n'));
  return reading;
}

function merged(files: Record<string, string[][]>): FrameworkFacts {
  const readings = Object.entries(files).map(([file, rows]) => ({
    file,
    ...accepted(file === 'roles.csv' ? readRolesCsv(rows, file) : readSkillsCsv(rows, file)),
  }));
  return mergeFacts(null, readings).facts;
}

/** Every row once, without the spaces and invisible characters that the import tells it took out. */
const cleaned = (rows: readonly string[][]) => [...new Set(rows.map((row) => JSON.stringify(row.map(cleanText))))].sort();

describe.each(sets)('the %s files, imported and exported again', (_name, folder) => {
  const rows = (file: string): string[][] => parse(readFileSync(new URL(file, folder)), { bom: true });
  const source = { 'roles.csv': rows('roles.csv'), 'skills.csv': rows('skills.csv') };
  const facts = merged(source);
  const exported = { 'roles.csv': rolesCsvRows(facts), 'skills.csv': skillsCsvRows(facts) };

  it.each(['roles.csv', 'skills.csv'] as const)('give back the same header and the same rows of %s, cell by cell', (file) => {
    expect(exported[file][0]).toEqual(source[file][0]);
    expect(cleaned(exported[file])).toEqual(cleaned(source[file]));
    expect(exported[file], 'each row once').toHaveLength(cleaned(source[file]).length);
  });

  it('differ from the files in nothing that the import did not tell', () => {
    for (const file of ['roles.csv', 'skills.csv'] as const) {
      const { notices } = accepted(file === 'roles.csv' ? readRolesCsv(source[file], file) : readSkillsCsv(source[file], file));
      const told = notices.flatMap(({ kind, message }) => (kind === 'cleaned-name' ? (/"([^]+)"/.exec(message)?.[1] ?? []) : []));
      const odd = source[file].slice(1).filter((cells) => cells.some((cell) => cleanText(cell) !== cell));
      const untold = odd.filter((cells) => !cells.some((cell) => told.includes(cleanText(cell))));
      expect(untold.map((cells) => cells.filter((cell) => cleanText(cell) !== cell))).toEqual([]);
      expect(odd.length).toBeGreaterThan(0);
    }
  });

  it('read back as the same facts, forms of writing included', () => {
    const again = merged(exported);
    expect(again).toEqual(facts);
    expect(factsFingerprint(mergeFacts(facts, Object.entries(exported).map(([file, table]) => ({ file, ...accepted(file === 'roles.csv' ? readRolesCsv(table, file) : readSkillsCsv(table, file)) }))).facts)).toBe(factsFingerprint(facts));
  });

  it('hold no cell that a spreadsheet would take for a formula', () => {
    expect(Object.values(source).flat(2).filter((cell) => guardCell(cell) !== cell)).toEqual([]);
  });
});

describe('a cell that spreadsheets would take for a formula', () => {
  it.each([['=1+1', "'=1+1"], ["'=1+1", "''=1+1"], ['- a line', "'- a line"], ["the crew's", "the crew's"], ["'quoted'", "'quoted'"]])('%j goes out as %j', (text, cell) => {
    expect(guardCell(text)).toBe(cell);
    expect(unguardCell(cell)).toBe(text);
  });

  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '-', '@', '\t', '\n', ' ', 'a', "'", '＝') }), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
        expect(guardCell(text)).not.toMatch(/^\s*[=\-@＝]/);
      }),
    );
  });
});
