import ts from 'typescript';
import type { HouseRule } from '../source/source-file.ts';
import { findingAt, hasKeyword, isScript, syntaxOf } from '../source/syntax.ts';

/** Route modules, the root, entries and configurations: their loaders ask for a default export. */
const asked = /^app\/(routes\/|routes\.ts$|root\.tsx$|entry\.)|^[^/]+\.config\.ts$|^tests\/(.*\/)?global-[a-z-]+\.ts$/;

/** A default export has a different name wherever it is imported, so it cannot be searched for. */
export const noDefaultExports: HouseRule = (files) =>
  files
    .filter((file) => isScript(file) && !asked.test(file.path))
    .flatMap((file) =>
      syntaxOf(file)
        .statements.filter((node) => ts.isExportAssignment(node) || hasKeyword(node, ts.SyntaxKind.DefaultKeyword))
        .map((node) => findingAt(file, node, 'has a default export', 'export it by its name')),
    );
