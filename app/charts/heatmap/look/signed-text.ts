/** A difference as a cell says it: "+1", "−2", "=" for none. */
export function signedText(difference: number): string {
  return difference === 0 ? '=' : difference > 0 ? `+${difference}` : `−${-difference}`;
}
