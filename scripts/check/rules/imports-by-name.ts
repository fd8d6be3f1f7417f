import ts from 'typescript';
import type { Finding, HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isScript, nodesOf } from '../source/syntax.ts';

function specifierOf(node: ts.Node): ts.StringLiteral | null {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return specifier && ts.isStringLiteral(specifier) ? specifier : null;
}

function judge(file: SourceFile, node: ts.StringLiteral): Finding[] {
  const { text } = node;
  const isOurs = text.startsWith('.') || /^#(app|db|scripts|tests)\//.test(text);
  if (text.startsWith('../') && !file.path.startsWith('scripts/')) {
    return [findingAt(file, node, `imports ${text} across folders`, 'import it by #app/, #db/, #scripts/ or #tests/')];
  }
  if (isOurs && !/\.[a-z]+(\?[a-z]+)?$/.test(text)) {
    return [findingAt(file, node, `imports ${text} without its extension`, 'write the file name as it is, with .ts or .tsx')];
  }
  return [];
}

/** One address for each file, wherever it is imported from; relative only downwards (scripts among themselves too). */
export const importsByName: HouseRule = (files) =>
  files
    .filter((file) => isScript(file) && !/^[^/]+$/.test(file.path))
    .flatMap((file) => nodesOf(file).flatMap((node) => {
      const specifier = specifierOf(node);
      return specifier ? judge(file, specifier) : [];
    }));
