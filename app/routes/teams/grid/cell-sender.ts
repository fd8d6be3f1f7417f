import { cellKey } from '#app/domain/assessment/grid/cell-key.ts';
import { decideCell } from '#app/domain/assessment/grid/decide-cell.ts';
import type { CellChange, CellOutcome, CellPlace, CellStored, QueuedCell, SentCell } from '#app/domain/assessment/grid/grid-words.ts';
import { queueChange } from '#app/domain/assessment/grid/queue-change.ts';
import { retryDelay } from '#app/domain/assessment/grid/retry-delay.ts';
import { settleCell } from '#app/domain/assessment/grid/settle-cell.ts';
import { takeBatch } from '#app/domain/assessment/grid/take-batch.ts';
import type { Keeping } from './grid-keeping.ts';
import type { Sent } from './send-cells.ts';

/** A few cells a request: an answer comes soon, and little is sent twice. */
const batchSize = 8;

/** What sending needs of the browser; in tests, of the test. */
export interface SenderTools {
  keeping: Keeping;
  send(cells: readonly SentCell[]): Promise<Sent>;
  /** Runs the work after so many milliseconds; the answer calls it off. */
  later(milliseconds: number, work: () => void): () => void;
}

export type SavedResult = CellPlace & { outcome: CellOutcome };

/** What the sender tells of: something is different, or the server has answered after so many failures. */
interface Told {
  changed(): void;
  answered(results: readonly SavedResult[], failuresBefore: number): void;
  failed(failures: number): void;
}

/** What is typed and not acknowledged: kept, sent in order, tried again, and held where something stands in the way. */
export class CellSender {
  queue: readonly QueuedCell[] = [];
  stopped: Extract<Sent, { kind: 'stopped' }>['why'] | null = null;
  failures = 0;
  /** False where the browser keeps nothing: then a reload loses what is unsent. */
  isKept = true;
  readonly sending = new Set<string>();
  readonly saved = new Set<string>();
  readonly stored = new Map<string, CellStored>();
  readonly sequences = new Map<string, number>();
  private byKey = new Map<string, QueuedCell>();
  private tools: SenderTools | null = null;
  private callOff: (() => void) | null = null;

  constructor(private readonly told: Told) {}

  /** Takes what the server shows now; what is typed and unsent stays as it is. */
  load(stored: ReadonlyMap<string, CellStored>, sequences: ReadonlyMap<string, number>): void {
    this.stored.clear();
    this.sequences.clear();
    this.saved.clear();
    for (const [key, cell] of stored) this.stored.set(key, cell);
    for (const [key, sequence] of sequences) this.sequences.set(key, sequence);
  }

  /** Begins to keep and to send; unsent changes of an earlier visit come back first. */
  goLive(tools: SenderTools): void {
    this.tools = tools;
    const earlier = tools.keeping.all().filter((cell) => !this.byKey.has(cellKey(cell)));
    this.setQueue([...earlier, ...this.queue]);
    this.pump();
  }

  /** Stops sending, as when the page is left; what is kept stays kept. */
  rest(): void {
    this.callOff?.();
    this.callOff = null;
    this.tools = null;
  }

  queued(key: string): QueuedCell | undefined {
    return this.byKey.get(key);
  }

  /** Takes changes in; one with a question waits for its answer first. */
  take(changes: readonly (CellPlace & { change: CellChange; question: string | null })[]): void {
    let queue = [...this.queue];
    for (const { change, question, ...place } of changes) {
      const key = cellKey(place);
      queue = queueChange(queue, place, { revision: this.stored.get(key)?.revision ?? 0, seenSequence: this.sequences.get(key) ?? 0 }, change);
      if (question !== null) queue = queue.map((cell) => (cellKey(cell) === key && cell.hold === null ? { ...cell, hold: { kind: 'confirm', message: question } } : cell));
      this.saved.delete(key);
    }
    this.setQueue(queue);
    this.pump();
  }

  decide(place: CellPlace, decision: 'mine' | 'theirs'): void {
    this.setQueue(decideCell(this.queue, place, decision));
    this.pump();
  }

  /** Tries again at once, as when the network is back or somebody has signed in again. */
  wake(): void {
    this.stopped = null;
    this.callOff?.();
    this.callOff = null;
    this.told.changed();
    this.pump();
  }

  private setQueue(next: readonly QueuedCell[]): void {
    const byKey = new Map(next.map((cell) => [cellKey(cell), cell]));
    if (this.tools) {
      for (const [key, cell] of this.byKey) if (!byKey.has(key)) this.tools.keeping.drop(cell);
      for (const [key, cell] of byKey) if (this.byKey.get(key) !== cell) this.isKept = this.tools.keeping.put(cell);
    }
    this.queue = next;
    this.byKey = byKey;
    this.told.changed();
  }

  private pump(): void {
    if (!this.tools || this.sending.size > 0 || this.stopped !== null || this.callOff !== null) return;
    const { queue, batch } = takeBatch(this.queue, batchSize);
    if (batch.length === 0) return;
    for (const cell of batch) this.sending.add(cellKey(cell));
    this.setQueue(queue);
    void this.tools.send(batch).then((sent) => this.settle(batch, sent));
  }

  private settle(batch: readonly SentCell[], sent: Sent): void {
    this.sending.clear();
    if (sent.kind === 'answered') this.takeResults(sent.results);
    else if (sent.kind === 'unreadable') {
      this.takeResults(batch.map(({ personId, skillId }) => ({ personId, skillId, outcome: { ok: false, hold: { kind: 'refused', message: sent.message } } })));
    } else if (sent.kind === 'stopped') this.stopped = sent.why;
    else {
      this.failures += 1;
      this.callOff = this.tools?.later(retryDelay(this.failures), () => this.wake()) ?? null;
      this.told.failed(this.failures);
    }
    this.told.changed();
    this.pump();
  }

  private takeResults(results: readonly SavedResult[]): void {
    const failuresBefore = this.failures;
    this.failures = 0;
    let queue = [...this.queue];
    for (const { outcome, ...place } of results) {
      const key = cellKey(place);
      queue = settleCell(queue, place, outcome);
      if (outcome.ok) {
        this.stored.set(key, outcome.stored);
        this.saved.add(key);
      } else if (outcome.hold.kind === 'conflict') {
        if (outcome.hold.theirs) this.stored.set(key, outcome.hold.theirs);
        else this.stored.delete(key);
        if (outcome.hold.recorded) this.sequences.set(key, outcome.hold.recorded.sequence);
      }
    }
    this.setQueue(queue);
    this.told.answered(results, failuresBefore);
  }
}
