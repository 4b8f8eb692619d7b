import { describe, expect, it } from 'vitest';
import { OffsetList } from './offset-list.ts';

describe('OffsetList', () => {
  it('gives back what was set, whatever the order, and nothing else', () => {
    const list = new OffsetList();
    for (let place = 5000; place >= 0; place -= 2) list.set(place, place * 3);
    expect([list.get(5000), list.get(0), list.get(4999), list.get(5002)]).toEqual([
      15_000,
      0,
      undefined,
      undefined,
    ]);
    expect(list.length).toBe(5001);
  });

  it('knows points that have no row yet', () => {
    const list = new OffsetList();
    list.set(3, undefined);
    expect([list.length, list.get(3)]).toEqual([4, undefined]);
    list.set(3, 7);
    expect(list.get(3)).toBe(7);
  });
});
