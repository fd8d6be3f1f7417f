export interface ThrownResponse {
  status: number;
  statusText: string;
  headers: [string, string][];
  body: string;
}

/** Everything that a reader can see of the response that this throws; anything else fails the test. */
export async function thrownResponse(work: Promise<unknown>): Promise<ThrownResponse> {
  const thrown: unknown = await work.then(
    (answer) => {
      throw new Error(`A response should have been thrown; this was answered: ${JSON.stringify(answer)}`);
    },
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw thrown;
  return { status: thrown.status, statusText: thrown.statusText, headers: [...thrown.headers], body: await thrown.text() };
}
