import ts from 'typescript';
import type { SourceFile } from './source-file.ts';
import { bare, hasKeyword, syntaxOf } from './syntax.ts';

export interface ExportedFunction {
  name: string;
  /** The statement that declares it: where its doc comment stands. */
  node: ts.Statement;
}

const isFunction = (node: ts.Expression | undefined): boolean => {
  const inner = node && bare(node);
  return inner !== undefined && (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner));
};

function functionsOf(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? 'default'];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter((declaration) => isFunction(declaration.initializer))
    .map((declaration) => declaration.name.getText());
}

/** The functions that a file declares and exports, in order; overloads count once. */
export function exportedFunctions(file: SourceFile): ExportedFunction[] {
  const statements = [...syntaxOf(file).statements];
  const listed = new Set(
    statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map((element) => (element.propertyName ?? element.name).text)
        : [],
    ),
  );
  const found = new Map<string, ExportedFunction>();
  for (const node of statements) {
    for (const name of functionsOf(node)) {
      const isExported = hasKeyword(node, ts.SyntaxKind.ExportKeyword) || listed.has(name);
      if (isExported && !found.has(name)) found.set(name, { name, node });
    }
  }
  return [...found.values()];
}
