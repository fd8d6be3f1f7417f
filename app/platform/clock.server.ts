/** The clock of the machine. The application asks `runtime().now`, which tests replace. */
export const systemClock = (): Date => new Date();
