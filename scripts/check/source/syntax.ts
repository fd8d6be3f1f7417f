import ts from 'typescript';
import type { Finding, SourceFile } from './source-file.ts';

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The syntax tree of a file; parsed once for all rules. */
export function syntaxOf(file: SourceFile): ts.SourceFile {
  let tree = parsed.get(file);
  if (!tree) {
    const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true, kind);
    parsed.set(file, tree);
  }
  return tree;
}

/** Every node of the file, outermost first. */
export function nodesOf(file: SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return nodes;
}

/** A finding at the line of the node. */
export function findingAt(file: SourceFile, node: ts.Node, what: string, advice: string): Finding {
  const tree = syntaxOf(file);
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
  return { path: file.path, line: line + 1, what, advice };
}

export const isScript = (file: SourceFile): boolean => /\.tsx?$/.test(file.path);
/** Tests, and what stands beside them to be tested with. */
export const isTest = (file: SourceFile): boolean =>
  /^tests\/|\.(test|spec)\.tsx?$|-fixtures?\.tsx?$|\/__fixtures__\//.test(file.path);

/** Whether the statement carries the keyword, such as `export` or `default`. */
export function hasKeyword(node: ts.Node, keyword: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === keyword);
}

/** The expression without `as const`, `satisfies T` and brackets around it. */
export function bare(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? bare(node.expression)
    : node;
}
