import ts from 'typescript';
import type { HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isTest, nodesOf } from '../source/syntax.ts';

const nameOfCall = (node: ts.Node): string | null => {
  if (!ts.isCallExpression(node)) return null;
  if (ts.isPropertyAccessExpression(node.expression)) return `.${node.expression.name.text}`;
  return ts.isIdentifier(node.expression) ? node.expression.text : null;
};

/** `createHash('sha256').update(text)`: takes a text into a digest, and writes nothing. */
const isOfADigest = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ['createHash', 'createHmac'].includes(nameOfCall(node.expression.expression) ?? '');

function firstUnrecordedWrite(file: SourceFile): ts.Node | null {
  const nodes = nodesOf(file);
  const calls = new Set(nodes.map(nameOfCall));
  const opens = calls.has('.transaction') || calls.has('withTenant');
  if (!opens || calls.has('recordAudit')) return null;
  const writing = /^\s*(insert\s+into|update\s+\S+\s+set|delete\s+from)\b/i;
  return (
    nodes.find(
      (node) =>
        (['.insert', '.update', '.delete'].includes(nameOfCall(node) ?? '') && !isOfADigest(node)) ||
        (ts.isTaggedTemplateExpression(node) && writing.test(node.template.getText().slice(1))),
    ) ?? null
  );
}

/**
 * A service file that opens a transaction and writes in it records the audit event there too.
 * A guard, not a proof: it looks for the call in the same file, and a file that is handed its
 * transaction leaves the record to the caller.
 */
export const writesRecordAudit: HouseRule = (files) =>
  files
    .filter((file) => /^app\/services\/.*\.ts$/.test(file.path) && !isTest(file))
    .flatMap((file) => {
      const write = firstUnrecordedWrite(file);
      return write ? [findingAt(file, write, 'writes without an audit row', 'call recordAudit(tx, context, ...) in the same transaction')] : [];
    });
