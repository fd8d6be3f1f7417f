import ts from 'typescript';
import type { HouseRule, SourceFile } from '../source/source-file.ts';
import { bare, findingAt, hasKeyword, isTest, nodesOf, syntaxOf } from '../source/syntax.ts';

/** The module files that app/routes.ts names. */
function namedModules(files: readonly SourceFile[]): Set<string> {
  const table = files.find(({ path }) => path === 'app/routes.ts');
  const names = table ? nodesOf(table).filter(ts.isStringLiteral).map(({ text }) => text.replace(/^\.\//, '')) : [];
  return new Set(names.filter((name) => /^routes\/.*\.tsx?$/.test(name)).map((name) => `app/${name}`));
}

function exportedNames(statement: ts.Statement): string[] {
  if (ts.isExportAssignment(statement)) return ['default'];
  if (!hasKeyword(statement, ts.SyntaxKind.ExportKeyword)) return [];
  if (hasKeyword(statement, ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ''];
  return ts.isVariableStatement(statement) ? statement.declarationList.declarations.map(({ name }) => name.getText()) : [];
}

function declaresAccess(file: SourceFile): boolean {
  return syntaxOf(file).statements.some((statement) => {
    if (!ts.isVariableStatement(statement) || !exportedNames(statement).includes('handle')) return false;
    const handle = statement.declarationList.declarations.find(({ name }) => name.getText() === 'handle');
    const value = handle?.initializer && bare(handle.initializer);
    return value !== undefined && ts.isObjectLiteralExpression(value) && value.properties.some((p) => p.name?.getText() === 'access');
  });
}

/**
 * Every route module says who may come in: `export const handle = { access: ... }`. The permission
 * test walks these; a route without one would be a route that nobody decided about.
 */
export const routeAccess: HouseRule = (files) => {
  const named = namedModules(files);
  const isModule = (file: SourceFile): boolean =>
    named.has(file.path) ||
    syntaxOf(file).statements.some((node) => exportedNames(node).some((name) => ['default', 'loader', 'action'].includes(name)));
  return files
    .filter((file) => /^app\/routes\/.*\.tsx?$/.test(file.path) && !isTest(file))
    .filter((file) => isModule(file) && !declaresAccess(file))
    .map((file) => findingAt(file, syntaxOf(file), 'is a route without a declared access', 'export const handle = { access: ... }'));
};
