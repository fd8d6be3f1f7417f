/** Something that the service does by itself, again and again. */
export interface Job {
  name: string;
  /** Seconds from the end of one run to the beginning of the next. */
  everySeconds: number;
  /**
   * One run. What it throws is logged, and the next run comes all the same. The signal says that the
   * service is stopping: what is begun is ended, and nothing new is begun.
   */
  run(stopping: AbortSignal): Promise<void>;
}
