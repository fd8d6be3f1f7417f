/** How sure a proposal is, in a word and as the number it comes from (0-1). */
export function confidenceInWords(confidence: number): string {
  const word = confidence >= 0.95 ? 'almost certain' : confidence >= 0.8 ? 'likely' : confidence >= 0.5 ? 'possible' : 'unlikely';
  return `${word}, ${confidence.toFixed(2)}`;
}
