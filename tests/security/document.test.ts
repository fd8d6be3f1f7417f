import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requirementIds } from './requirement-ids.ts';

const parts = ['docs/security.md', ...readdirSync('docs/security').map((name) => join('docs/security', name))];
const text = parts.map((path) => readFileSync(path, 'utf8')).join('\n');

interface Named {
  file: string;
  titles: string[];
}

/** The files that the document names in code marks, each with the titles of tests that stand in quotation marks behind it. */
function namedIn(document: string): Named[] {
  const mention = /`((?:app|db|scripts|tests|docs|drizzle)\/[^`\s]+|[\w.-]+\.(?:json|md|ts))`((?:[ ,;]*"[^"\n]+")*)/g;
  return [...document.matchAll(mention)].map(([, file, titles]) => ({
    file: file!,
    titles: [...titles!.matchAll(/"([^"]+)"/g)].map(([, title]) => title!),
  }));
}

const missingFiles = (document: string) => [...new Set(namedIn(document).map(({ file }) => file))].filter((file) => !existsSync(file));

/** Whether a text stands in the source as the first thing that something is called with, as titles of tests do. */
function isTitle(source: string, wanted: string): boolean {
  const quoted = [`'${wanted.replaceAll("'", "\\'")}'`, `"${wanted}"`, `\`${wanted}\``];
  return quoted.some((title) => source.split(title).slice(0, -1).some((before) => before.trimEnd().endsWith('(')));
}

function missingTitles(document: string): string[] {
  return namedIn(document)
    .filter(({ file, titles }) => titles.length > 0 && existsSync(file))
    .flatMap(({ file, titles }) => {
      const source = readFileSync(file, 'utf8');
      return titles.filter((title) => !isTitle(source, title)).map((title) => `${file}: ${title}`);
    });
}

const idsIn = (document: string) => new Set(document.match(/\bV\d+\.\d+\.\d+\b/g));
const missingIds = (document: string) => requirementIds.filter((id) => !idsIn(document).has(id));

/** What is said of each requirement, in the words that the document explains. */
const verdicts = [...text.matchAll(/^\| ((?:V\d+\.\d+\.\d+(?:, )?)+) \| [^|]+ \| (\*\*)?(met|partly|not met|operator|does not apply)(\*\*)?[^|]* \| ([^|]*) \|$/gm)];

describe('the document on security', () => {
  it('names only files that are there', () => {
    expect(namedIn(text).length).toBeGreaterThan(100);
    expect(missingFiles(text)).toEqual([]);
  });

  it('names only tests that stand in the file it names', () => {
    expect(namedIn(text).flatMap(({ titles }) => titles).length).toBeGreaterThan(100);
    expect(missingTitles(text)).toEqual([]);
  });

  it('says of every requirement of levels 1 and 2 once whether it is met, and shows what is met', () => {
    expect(requirementIds).toHaveLength(253);
    expect(missingIds(text)).toEqual([]);
    const judged = verdicts.flatMap(([, ids]) => ids!.split(', '));
    expect(judged.toSorted()).toEqual([...requirementIds].toSorted());
    const unshown = verdicts.filter(([, , , verdict, , shown]) => verdict === 'met' && !shown!.includes('`') && !shown!.includes('](')).map(([, ids]) => ids);
    expect(unshown).toEqual([]);
  });

  it('names in its list of what is not met whatever is not, or only in part, and nothing else', () => {
    const list = text.slice(text.indexOf('## Not met, plainly'), text.indexOf('## Ways in'));
    const open = verdicts.filter(([, , , verdict]) => verdict === 'partly' || verdict === 'not met').flatMap(([, ids]) => ids!.split(', '));
    expect([...idsIn(list)].toSorted()).toEqual(open.toSorted());
  });

  it('counts its own verdicts right', () => {
    for (const word of ['met', 'partly', 'not met', 'operator', 'does not apply']) {
      const count = verdicts.filter(([, , , verdict]) => verdict === word).flatMap(([, ids]) => ids!.split(', ')).length;
      expect(text).toContain(`| ${word} | ${count} |`);
    }
  });

  it('the control: a file that is not there, a test that is not in it and a requirement left out are noticed', () => {
    const broken = text.replaceAll(/\bV6\.2\.1\b/g, 'V6.2.x');
    expect(missingIds(broken)).toEqual(['V6.2.1']);
    expect(missingFiles('see `tests/security/nowhere.test.ts` "is there"')).toEqual(['tests/security/nowhere.test.ts']);
    const renamed = '`tests/security/document.test.ts` "names only files that are there", "names only files that are not"';
    expect(missingTitles(renamed)).toEqual(['tests/security/document.test.ts: names only files that are not']);
  });
});
