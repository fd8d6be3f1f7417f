/** What is wrong in a file, and where. */
interface Problem {
  /** Empty where it is about no one file. */
  file: string;
  row: number | null;
  message: string;
}

/** The problem as one text that names the file and the row of a table or line of a text, each once. */
export function locateProblem({ file, row, message }: Problem): string {
  const parts: string[] = [];
  if (file !== '' && !message.includes(file)) parts.push(file);
  if (row !== null && !new RegExp(`\\b(?:row|line) ${row}\\b`, 'i').test(message)) {
    parts.push(`${/\.csv$|, sheet "/i.test(file) ? 'row' : 'line'} ${row}`);
  }
  return parts.length === 0 ? message : `${parts.join(', ')}: ${message}`;
}
