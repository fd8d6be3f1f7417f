import ts from 'typescript';
import type { HouseRule } from '../source/source-file.ts';
import { findingAt, isScript, isTest, nodesOf } from '../source/syntax.ts';

const skips = new Set(['skip', 'skipIf', 'runIf', 'only', 'todo', 'fixme', 'fails', 'fail']);
const starts = /^(test|it|describe|suite|bench)\b/;
const mocks = /^(vi|vitest|jest)\.(mock|doMock|hoisted)$/;

function found(node: ts.Node): [what: string, advice: string] | null {
  if (!ts.isPropertyAccessExpression(node)) return null;
  if (skips.has(node.name.text) && starts.test(node.expression.getText())) {
    return [`leaves tests out by ${node.getText()}`, 'run the test, mend it or take it away'];
  }
  return mocks.test(node.getText()) ? [`replaces a module by ${node.getText()}`, 'test against the real one, or hand it in as an argument'] : null;
}

/** A test that does not run, or that runs against our own imitation of the code, says nothing. */
export const noSkippedTests: HouseRule = (files) =>
  files.filter((file) => isScript(file) && isTest(file)).flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const finding = found(node);
      return finding ? [findingAt(file, node, ...finding)] : [];
    }),
  );
