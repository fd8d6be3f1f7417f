/**
 * Turns for work that may only run so many times at once. The function that is made waits for a turn and answers with the function
 * that gives it back; with null, at once, where too many wait already.
 */
export function makeTurns({ atOnce, waiting: mayWait }: { atOnce: number; waiting: number }): () => Promise<(() => void) | null> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async () => {
    if (running >= atOnce) {
      if (waiting.length >= mayWait) return null;
      await new Promise<void>((begin) => waiting.push(begin));
    } else running += 1;
    return () => {
      const next = waiting.shift();
      // A turn that is handed on stays counted.
      if (next) next();
      else running -= 1;
    };
  };
}
