import ts from 'typescript';
import type { Finding, HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isScript, syntaxOf } from '../source/syntax.ts';

const advice = 'import from the file that declares it';
const allowed = 'db/schema/index.ts';

const reExports = (node: ts.Statement): node is ts.ExportDeclaration =>
  ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;

function barrelsIn(file: SourceFile): Finding[] {
  if (!file.path.startsWith('app/routes/') && /(^|\/)index\.tsx?$/.test(file.path)) {
    return [{ path: file.path, line: 1, what: 'is an index file', advice: `name it by what it does, or ${advice}` }];
  }
  const { statements } = syntaxOf(file);
  const passedOn = statements.filter(reExports);
  if (passedOn.length > 0 && passedOn.length === statements.length) {
    return [findingAt(file, passedOn[0]!, 'only passes on what other files export', advice)];
  }
  return passedOn
    .filter((node) => node.exportClause === undefined)
    .map((node) => findingAt(file, node, 'passes on everything of another file', advice));
}

/** A barrel hides where a thing lives, makes circles, and loads all to give one. Only the schema has one: Drizzle reads it whole. */
export const noBarrels: HouseRule = (files) =>
  files.filter((file) => isScript(file) && file.path !== allowed).flatMap(barrelsIn);
