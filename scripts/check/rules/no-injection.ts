import ts from 'typescript';
import type { HouseRule } from '../source/source-file.ts';
import { findingAt, isScript, nodesOf } from '../source/syntax.ts';

/** The one door by which drawn text enters a page: what it is given is written by app/charts/heatmap/drawing/escape-markup.ts, and tested with hostile names. */
const door = 'app/charts/heatmap/markup.tsx';

function danger(node: ts.Node, path: string): [what: string, advice: string] | null {
  if (path !== door && (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) && node.name.getText() === 'dangerouslySetInnerHTML') {
    return ['sets HTML from a string', 'draw elements; React escapes what is in them'];
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'sql.raw') {
    return ['puts a string into SQL', 'use sql`...${value}` or sql.identifier(name)'];
  }
  const called = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText() : '';
  if (['eval', 'globalThis.eval', 'Function', 'globalThis.Function'].includes(called)) {
    return ['runs a string as code', 'write the code, or parse the data'];
  }
  return null;
}

/** The ways by which text becomes markup, SQL or code. One is needed, in one file, so one has to be reviewed. */
export const noInjection: HouseRule = (files) =>
  files.filter(isScript).flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const found = danger(node, file.path);
      return found ? [findingAt(file, node, ...found)] : [];
    }),
  );
