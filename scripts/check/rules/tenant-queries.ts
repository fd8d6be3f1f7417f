import ts from 'typescript';
import type { HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isTest, nodesOf } from '../source/syntax.ts';

/** The tables that carry an organisation, by their name in code; read from the schema. */
function tenantTables(files: readonly SourceFile[]): Map<string, string> {
  const tables = new Map<string, string>();
  for (const file of files.filter(({ path }) => /^db\/schema\/.*\.ts$/.test(path))) {
    for (const node of nodesOf(file)) {
      if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isCallExpression(node.initializer)) continue;
      const [name, columns] = node.initializer.arguments;
      const isTable = node.initializer.expression.getText() === 'pgTable' && name && ts.isStringLiteral(name);
      if (isTable && columns?.getText().includes('organisationId')) tables.set(node.name.getText(), name.text);
    }
  }
  return tables;
}

function importedFromSchema(node: ts.Node): string[] {
  if (!ts.isImportDeclaration(node) || !node.moduleSpecifier.getText().includes('#db/schema')) return [];
  const bindings = node.importClause?.isTypeOnly ? undefined : node.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.filter((element) => !element.isTypeOnly).map((element) => (element.propertyName ?? element.name).text);
}

function queriedTable(file: SourceFile, tables: Map<string, string>): [ts.Node, string] | null {
  const nodes = nodesOf(file);
  const names = (node: ts.Node, wanted: string): boolean => ts.isIdentifier(node) && node.text === wanted;
  if (nodes.some((node) => names(node, 'organisationId'))) return null;
  for (const node of nodes) {
    const imported = importedFromSchema(node).find((name) => tables.has(name));
    if (imported) return [node, imported];
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'sql') continue;
    const text = node.template.getText();
    const written = [...tables.values()].find((name) => new RegExp(`\\b(from|join|into|update)\\s+"?${name}"?\\b`, 'i').test(text));
    if (written && !text.includes('organisation_id')) return [node, written];
  }
  return null;
}

/**
 * A service file that names a tenant table also names organisationId. Row-level security holds
 * without it; the predicate keeps the plan on the right index and stands when a policy is lost.
 * A guard, not a proof: it does not see which query of the file the predicate belongs to.
 */
export const tenantQueries: HouseRule = (files) => {
  const tables = tenantTables(files);
  return files
    .filter((file) => /^app\/services\/.*\.ts$/.test(file.path) && !isTest(file))
    .flatMap((file) => {
      const found = queriedTable(file, tables);
      return found ? [findingAt(file, found[0], `queries ${found[1]} without organisationId`, 'add the organisation to the where, and to every join')] : [];
    });
};
