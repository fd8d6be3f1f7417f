/** Does something once the browser has nothing better to do, however often it is asked; a browser that cannot tell gets a short pause. */
export function whenIdle(act: () => void): { ask(): void; stop(): void } {
  const isKnown = typeof requestIdleCallback === 'function';
  let asked = 0;
  const stop = () => {
    if (isKnown) cancelIdleCallback(asked);
    else clearTimeout(asked);
    asked = 0;
  };
  const run = () => {
    asked = 0;
    act();
  };
  return {
    // Asked again, it waits again: nothing is filled in while the picture moves.
    ask() {
      stop();
      asked = isKnown ? requestIdleCallback(run, { timeout: 500 }) : Number(setTimeout(run, 80));
    },
    stop,
  };
}
