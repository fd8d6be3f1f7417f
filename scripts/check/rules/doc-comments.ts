import ts from 'typescript';
import { exportedFunctions } from '../source/exported-functions.ts';
import type { HouseRule } from '../source/source-file.ts';
import { findingAt, isTest } from '../source/syntax.ts';

const places = /^app\/(domain|services|charts)\/.*\.tsx?$/;

/** What a function answers, in which units, and by which rule, stands over it: it cannot be read off the code. */
export const docComments: HouseRule = (files) =>
  files
    .filter((file) => places.test(file.path) && !isTest(file))
    .flatMap((file) =>
      exportedFunctions(file)
        .filter(({ node }) => !ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc))
        .map(({ name, node }) =>
          findingAt(file, node, `exports ${name} without a doc comment`, 'say what it answers, its units and ranges, and the rule in words'),
        ),
    );
