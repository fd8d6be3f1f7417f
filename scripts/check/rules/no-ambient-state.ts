import ts from 'typescript';
import type { HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isScript, isTest, nodesOf } from '../source/syntax.ts';

/** Where clock and environment come in: start-up (with its waiting for locks), the context, commands, configurations. */
const doors = /^(server\.ts|[^/]+\.config\.ts|scripts\/.*|db\/embedded\/.*|db\/(connect|migrate)[^/]*|app\/platform\/[^/]*(context|env|clock)[^/]*)$/;

const advice = {
  clock: 'take the time from context.now',
  chance: 'take what is random as an argument, or use node:crypto',
  environment: 'read it in app/platform/env.server.ts and hand it on',
};

function ambient(node: ts.Node): keyof typeof advice | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'clock';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'clock';
  if (!ts.isPropertyAccessExpression(node)) return null;
  const text = node.getText().replace(/\s/g, '').replace(/^globalThis\./, '');
  if (text === 'Date.now') return 'clock';
  if (text === 'Math.random') return 'chance';
  return text === 'process.env' ? 'environment' : null;
}

function findingsIn(file: SourceFile) {
  return nodesOf(file).flatMap((node) => {
    const kind = ambient(node);
    return kind ? [findingAt(file, node, `reads ${node.getText()}`, advice[kind])] : [];
  });
}

/** What a function answers depends on what it is given: else it cannot be tested, nor asked about another date. */
export const noAmbientState: HouseRule = (files) =>
  files.filter((file) => isScript(file) && !isTest(file) && !doors.test(file.path)).flatMap(findingsIn);
