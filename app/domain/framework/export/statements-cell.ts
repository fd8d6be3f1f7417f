/** The cell of a skill level as the official downloads write it: an opening line, then one bulleted line a statement. Empty for no statements. */
export function statementsCell(statements: readonly string[]): string {
  return statements.length === 0 ? '' : ['You can:', ...statements.map((statement) => `- ${statement}`)].join('\n');
}
