import ts from 'typescript';
import type { Finding, HouseRule, SourceFile } from '../source/source-file.ts';
import { findingAt, isScript, isTest, nodesOf } from '../source/syntax.ts';

const places = /^app\/(routes|ui|charts)\/|^app\/root\.tsx$|^app\/.*\.css$/;
const colour = /#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![0-9a-z_-])/i;
const advice = 'use a colour that tailwind.config.ts or app/charts/colour.ts names by its meaning';
/** Attributes that hold an address, where `#add` is a place on the page. */
const addresses = new Set(['href', 'to', 'action', 'xlinkHref']);

function isText(node: ts.Node): boolean {
  const isAddress = ts.isJsxAttribute(node.parent ?? node) && addresses.has((node.parent as ts.JsxAttribute).name.getText());
  return !isAddress && (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isJsxText(node));
}

function inScript(file: SourceFile): Finding[] {
  return nodesOf(file)
    .filter((node) => isText(node) && colour.test(node.getText()))
    .map((node) => findingAt(file, node, `has the raw colour ${colour.exec(node.getText())![0]}`, advice));
}

function inStyles(file: SourceFile): Finding[] {
  const text = file.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return text.split('\n').flatMap((line, index) => {
    const found = colour.exec(line.replace(/^[^:]*(\{|:)/, ''));
    return found ? [{ path: file.path, line: index + 1, what: `has the raw colour ${found[0]}`, advice }] : [];
  });
}

/** Colours have one home and a meaning there, so that contrast and colour-vision tests hold for all of them. */
export const noRawHex: HouseRule = (files) =>
  files
    .filter((file) => places.test(file.path) && file.path !== 'app/charts/colour.ts' && !isTest(file))
    .flatMap((file) => (isScript(file) ? inScript(file) : file.path.endsWith('.css') ? inStyles(file) : []));
