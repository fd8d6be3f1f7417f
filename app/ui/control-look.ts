/** The classes of every box one types into or chooses from. The width is left to the part. */
export function controlLook(hasError: boolean): string {
  const border = hasError ? 'border-danger' : 'border-edge';
  return `min-h-target rounded-none border-2 bg-paper px-close py-1 text-body text-ink ${border} disabled:bg-panel disabled:text-muted`;
}
