/** What a worker sends: how far it is, as often as it likes, and its answer, once. */
export type WorkerMessage<Answer, Step> = { step: Step } | { answer: Answer };
