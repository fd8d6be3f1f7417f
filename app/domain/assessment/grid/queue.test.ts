import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameAnswer } from '#app/domain/assessment/answer/same-answer.ts';
import { decideCell } from './decide-cell.ts';
import type { CellChange, CellHold, CellStored, QueuedCell } from './grid-words.ts';
import { queueChange } from './queue-change.ts';
import { restoreCell } from './restore-cell.ts';
import { retryDelay } from './retry-delay.ts';
import { settleCell } from './settle-cell.ts';
import { takeBatch } from './take-batch.ts';

const place = { personId: 'ada', skillId: 'lamps' };
const seen = { revision: 0, seenSequence: 0 };
const level = (to: number, more: Partial<CellChange> = {}): CellChange => ({ answer: { kind: 'level', level: to }, unchanged: false, undefinedConfirmed: false, ...more });
const stored = (to: number, revision: number): CellStored => ({ answer: { kind: 'level', level: to }, note: null, unchangedSince: null, undefinedConfirmed: false, revision, writerName: 'Ada' });
const conflict: CellHold = { kind: 'conflict', theirs: stored(4, 9), recorded: null };

describe('the queue of a grid', () => {
  it('holds a cell once, in the order of its first change, with the newest answer', () => {
    let queue = queueChange([], place, seen, level(1));
    queue = queueChange(queue, { personId: 'ben', skillId: 'lamps' }, seen, level(3));
    queue = queueChange(queue, place, { revision: 7, seenSequence: 7 }, level(2));
    expect(queue.map(({ personId, revision, wanted }) => [personId, revision, wanted?.answer])).toEqual([['ada', 0, { kind: 'level', level: 2 }], ['ben', 0, { kind: 'level', level: 3 }]]);
  });

  it('sends again what may have arrived, before anything newer', () => {
    let { queue, batch } = takeBatch(queueChange([], place, seen, level(1)), 8);
    queue = queueChange(queue, place, seen, level(2));
    ({ queue, batch } = takeBatch(queue, 8));
    expect(batch.map(({ change }) => change)).toEqual([level(1)]);
    queue = settleCell(queue, place, { ok: true, stored: stored(1, 5) });
    ({ queue, batch } = takeBatch(queue, 8));
    expect(batch).toEqual([{ ...place, revision: 5, seenSequence: 0, change: level(2) }]);
    expect(settleCell(queue, place, { ok: true, stored: stored(2, 6) })).toEqual([]);
  });

  it('keeps a note that has not left when the answer is changed', () => {
    const queue = queueChange(queueChange([], place, seen, level(1, { note: 'Seen' })), place, seen, level(2));
    expect(queue[0]?.wanted).toEqual(level(2, { note: 'Seen' }));
  });

  it('sends few cells at a time, and none that waits for a decision', () => {
    const cells = ['a', 'b', 'c'].map((personId): QueuedCell => ({ personId, skillId: 's', ...seen, attempted: null, wanted: level(1), hold: personId === 'a' ? conflict : null }));
    expect(takeBatch(cells, 1).batch.map(({ personId }) => personId)).toEqual(['b']);
  });

  it('tells a conflict with what was typed, and sends it again on what the other stored', () => {
    let { queue } = takeBatch(queueChange([], place, seen, level(1)), 8);
    queue = settleCell(queue, place, { ok: false, hold: conflict });
    queue = queueChange(queue, place, seen, level(3));
    expect(queue[0]).toMatchObject({ wanted: level(3), hold: conflict });
    expect(takeBatch(decideCell(queue, place, 'mine'), 8).batch).toEqual([{ ...place, revision: 9, seenSequence: 0, change: level(3) }]);
    expect(decideCell(queue, place, 'theirs')).toEqual([]);
  });

  it('goes on from what was recorded meanwhile', () => {
    const recorded = { level: 2, assessedOn: '2026-05-01', assessorName: 'Ben', sequence: 12 };
    const queue = settleCell(takeBatch(queueChange([], place, seen, level(1)), 8).queue, place, { ok: false, hold: { kind: 'conflict', theirs: null, recorded } });
    expect(takeBatch(decideCell(queue, place, 'mine'), 8).batch[0]).toMatchObject({ revision: 0, seenSequence: 12 });
  });

  it('confirms a level that is not defined, and tries something newer without asking', () => {
    const hold: CellHold = { kind: 'confirm', message: 'Do you mean it?' };
    const asked = settleCell(takeBatch(queueChange([], place, seen, level(1)), 8).queue, place, { ok: false, hold });
    expect(decideCell(asked, place, 'mine')[0]).toMatchObject({ wanted: level(1, { undefinedConfirmed: true }), hold: null });
    expect(queueChange(asked, place, seen, level(2))[0]).toMatchObject({ wanted: level(2), hold: null });
  });

  it('ends with what was typed last stored once, however answers are lost on the way', () => {
    const doing = fc.oneof(fc.record({ type: fc.nat(4) }), fc.constant('send' as const), fc.constant('lose-request' as const), fc.constant('lose-answer' as const), fc.constant('reload' as const));
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 30 }), (steps) => {
        let queue: QueuedCell[] = [];
        let server: CellStored | null = null;
        let known = 0;
        let writes = 0;
        let typed: CellChange | null = null;
        const deliver = (): CellStored | null => {
          const [sent] = takeBatch(queue, 8).batch;
          if (!sent) return null;
          // The server's own rule: the same again changes nothing, and anything else needs the newest revision.
          if (server && sameAnswer(server.answer, sent.change.answer)) return server;
          expect(sent.revision).toBe(server?.revision ?? 0);
          writes += 1;
          server = { ...stored(0, writes), answer: sent.change.answer };
          return server;
        };
        const exchange = () => {
          const result = deliver();
          queue = takeBatch(queue, 8).queue;
          if (result) {
            queue = settleCell(queue, place, { ok: true, stored: result });
            known = result.revision;
          }
        };
        for (const step of steps) {
          if (typeof step === 'object') {
            typed = level(step.type);
            queue = queueChange(queue, place, { revision: known, seenSequence: 0 }, typed);
          } else if (step === 'send') exchange();
          else if (step === 'lose-request') queue = takeBatch(queue, 8).queue;
          else if (step === 'lose-answer') {
            deliver();
            queue = takeBatch(queue, 8).queue;
          } else queue = queue.flatMap((cell) => restoreCell(JSON.stringify(cell)) ?? []);
        }
        while (queue.length > 0) exchange();
        expect((server as CellStored | null)?.answer ?? null).toEqual((typed as CellChange | null)?.answer ?? null);
        expect(writes).toBeLessThanOrEqual(steps.filter((step) => typeof step === 'object').length);
      }),
    );
  });
});

describe('what a browser has kept', () => {
  it.each(['', 'null', '[]', '{"personId":"a"}', '{"personId":"a","skillId":"b","revision":-1,"seenSequence":0,"attempted":null,"wanted":null,"hold":null}'])('%s is no change', (text) => {
    expect(restoreCell(text)).toBeNull();
  });

  it('asks anew about a conflict, and goes on asking for a confirmation', () => {
    const cell: QueuedCell = { ...place, ...seen, attempted: null, wanted: level(1), hold: conflict };
    expect(restoreCell(JSON.stringify(cell))).toEqual({ ...cell, hold: null });
    const hold: CellHold = { kind: 'confirm', message: 'Do you mean it?' };
    expect(restoreCell(JSON.stringify({ ...cell, hold }))).toEqual({ ...cell, hold });
  });
});

it('waits longer after each failure, and half a minute at most', () => {
  expect([1, 2, 3, 6, 60].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000]);
});
