import { lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { pullMap } from './pull-map.ts';

const countTo = (end: number) => {
  const source = { pulled: 0, next: () => (source.pulled < end ? ++source.pulled : undefined) };
  return source;
};
const turn = () => new Promise((resolve) => setImmediate(resolve));
const ignore = () => undefined;

describe('pullMap', () => {
  it('never has more under way than there is room, and pulls nothing ahead', async () => {
    const source = countTo(5_000);
    let underWay = 0;
    let most = 0;
    const project = async (item: number) => {
      most = Math.max(most, ++underWay);
      if (item % 7 === 0) await turn();
      underWay--;
      return item;
    };
    let taken = 0;
    const items = pullMap(source.next, project, (count) => count < 8, ignore);
    await new Promise<void>((resolve, reject) =>
      items.subscribe({
        next: () => {
          taken++;
          expect(source.pulled - taken).toBeLessThanOrEqual(8);
        },
        error: reject,
        complete: resolve,
      }),
    );
    expect([taken, most, source.pulled]).toEqual([5_000, 8, 5_000]);
  });

  it('gives each result once, in the order in which they end', async () => {
    const waits = [3, 1, 2];
    const source = countTo(3);
    const project = async (item: number) => {
      for (let left = waits[item - 1] ?? 0; left > 0; left--) await turn();
      return item;
    };
    expect(await lastValueFrom(pullMap(source.next, project, () => true, ignore).pipe(toArray()))).toEqual([
      2, 3, 1,
    ]);
  });

  it('ends at once where there is nothing', async () => {
    const empty = pullMap(
      () => undefined,
      async () => 1,
      () => true,
      ignore,
    );
    expect(await lastValueFrom(empty.pipe(toArray()))).toEqual([]);
  });

  it('looks for room again when it is woken', async () => {
    const source = countTo(3);
    let room = false;
    let look: () => void = ignore;
    const taken: number[] = [];
    pullMap(
      source.next,
      async (item) => item,
      () => room,
      (wake) => (look = wake),
    ).subscribe((item) => taken.push(item));
    await turn();
    expect([source.pulled, taken]).toEqual([0, []]);
    room = true;
    look();
    await turn();
    expect(taken).toEqual([1, 2, 3]);
  });

  it('does not look while it is pulling, even if the work wakes it', async () => {
    const source = countTo(100);
    let depth = 0;
    let deepest = 0;
    let look: () => void = ignore;
    const next = () => {
      deepest = Math.max(deepest, ++depth);
      look();
      depth--;
      return source.next();
    };
    const items = pullMap(
      next,
      async (item) => item,
      (count) => count < 4,
      (wake) => (look = wake),
    );
    expect(await lastValueFrom(items.pipe(toArray()))).toHaveLength(100);
    expect(deepest).toBe(1);
  });

  it('passes errors on, of the work and of the source, and pulls no more', async () => {
    const source = countTo(1000);
    const project = async (item: number) => {
      if (item === 3) throw new RangeError('third');
      return item;
    };
    await expect(lastValueFrom(pullMap(source.next, project, (count) => count < 2, ignore))).rejects.toThrow(
      'third',
    );
    const pulled = source.pulled;
    await turn();
    expect([source.pulled, pulled < 10]).toEqual([pulled, true]);
    const broken = () => {
      throw new RangeError('no more');
    };
    await expect(
      lastValueFrom(
        pullMap(
          broken,
          async (item) => item,
          () => true,
          ignore,
        ),
      ),
    ).rejects.toThrow('no more');
  });

  it('pulls no more once nobody listens', async () => {
    const source = countTo(1000);
    const subscription = pullMap(
      source.next,
      () => turn(),
      (count) => count < 5,
      ignore,
    ).subscribe();
    subscription.unsubscribe();
    await turn();
    await turn();
    expect(source.pulled).toBe(5);
  });
});
