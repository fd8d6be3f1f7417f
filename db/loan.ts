import type { PoolClient } from 'pg';
import { inlined, type Statement } from './statement.ts';

/** A statement that waits to be sent, and who waits for its rows. */
interface Asked {
  text: string;
  resolve: (rows: unknown[]) => void;
  reject: (reason: unknown) => void;
}

/**
 * A client on loan to one transaction. It sends one message at a time, the first with what opens the transaction. After the work has
 * ended it refuses every statement: one that the work started and did not wait for must not run in the next tenant's transaction.
 */
export class Loan {
  private over = false;
  private failed = false;
  private last: Promise<unknown> = Promise.resolve();
  private together: Asked[] | null = null;
  private opening: string | null;

  /** `opening` begins the transaction; work that asks nothing begins none. */
  constructor(
    private readonly client: PoolClient,
    opening: string,
  ) {
    this.opening = opening;
  }

  /** Asks as the driver is asked. */
  query(...parameters: unknown[]): Promise<unknown> {
    this.together = null;
    return this.inTurn(async () => {
      if (this.opening !== null) await this.client.query(this.opened());
      return (this.client.query as (...parameters: unknown[]) => unknown).apply(this.client, parameters);
    });
  }

  /** The rows of a statement. Those that are asked for while others are on their way travel together, in one message. */
  async ask<Row>(statement: Statement): Promise<Row[]> {
    const text = inlined(statement);
    return new Promise<unknown[]>((resolve, reject) => {
      if (this.together) {
        this.together.push({ text, resolve, reject });
        return;
      }
      const asked: Asked[] = [{ text, resolve, reject }];
      this.together = asked;
      this.inTurn(() => this.send(asked)).catch((error: unknown) => {
        for (const one of asked) one.reject(error);
      });
    }) as Promise<Row[]>;
  }

  /** Takes no more statements, and waits for those that were given: of failed work only for the one on its way. */
  async end(failed: boolean): Promise<void> {
    this.over = true;
    this.failed = failed;
    this.together = null;
    await this.last;
  }

  /** Commits what was done, in one message with a last statement. To be called after the end. */
  async commit(statement: Statement | null): Promise<void> {
    if (this.opening !== null && statement === null) return;
    const texts = [...(this.opening === null ? [] : [this.opened()]), ...(statement === null ? [] : [inlined(statement)]), 'commit'];
    const answers = await this.answersOf(texts);
    // PostgreSQL answers the commit of a failed transaction with a rollback, and no error.
    if (answers.at(-1)!.command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
  }

  private inTurn<T>(send: () => Promise<T>): Promise<T> {
    if (this.over) return Promise.reject(refused());
    const answer = this.last.then(() => {
      if (this.failed) throw refused();
      return send();
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async send(asked: Asked[]): Promise<void> {
    if (this.together === asked) this.together = null;
    const answers = await this.answersOf([...(this.opening === null ? [] : [this.opened()]), ...asked.map(({ text }) => text)]);
    for (const [place, { rows }] of answers.slice(-asked.length).entries()) asked[place]!.resolve(rows);
  }

  private opened(): string {
    const opening = this.opening!;
    this.opening = null;
    return opening;
  }

  /** What several texts in one message are answered, which the driver puts into a list only where they are several. */
  private async answersOf(texts: readonly string[]): Promise<{ rows: unknown[]; command: string }[]> {
    return [(await this.client.query(texts.join('; '))) as unknown as { rows: unknown[]; command: string }].flat();
  }
}

function refused(): Error {
  return new Error('This transaction has ended: wait for all its statements inside it.');
}
