/** A code as it is compared: people type blanks and dashes as they read them, and capitals. */
export function tidyCode(typedCode: string): string {
  return typedCode.replace(/[\s\p{Pd}]+/gu, '').toLowerCase();
}
