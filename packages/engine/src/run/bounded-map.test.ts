import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

const filled = (limit: number, ...keys: string[]) => {
  const map = new BoundedMap<string, number>(limit);
  keys.forEach((key, index) => map.set(key, index));
  return map;
};
const kept = (map: BoundedMap<string, number>, keys: string) =>
  [...keys].filter((key) => map.get(key) !== undefined).join('');

describe('BoundedMap', () => {
  it('forgets what was put in first', () => {
    const map = filled(3, 'a', 'b', 'c', 'd');
    expect([map.size, kept(map, 'abcd')]).toEqual([3, 'bcd']);
  });

  it('counts reading as use', () => {
    const map = filled(3, 'a', 'b', 'c');
    expect(map.get('a')).toBe(0);
    map.set('d', 9);
    expect(kept(map, 'abcd')).toBe('acd');
  });

  it('replaces a value without forgetting another one, and counts that as use', () => {
    const map = filled(2, 'a', 'b');
    map.set('a', 7);
    expect([map.size, map.get('a'), map.get('b')]).toEqual([2, 7, 1]);
    map.set('a', 8);
    map.set('c', 9);
    expect(kept(map, 'abc')).toBe('ac');
  });

  it('keeps falsy values', () => expect(filled(1, 'a').get('a')).toBe(0));

  it('never grows, and holds exactly the last used ones, as a slow list does', () => {
    const map = new BoundedMap<number, number>(16);
    let model: number[] = [];
    let state = 12345;
    for (let step = 0; step < 5000; step++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const key = (state >>> 8) % 40;
      if ((state >>> 20) % 3 === 0) {
        expect(map.get(key)).toBe(model.includes(key) ? key : undefined);
        if (model.includes(key)) model = [...model.filter((one) => one !== key), key];
      } else {
        map.set(key, key);
        model = [...model.filter((one) => one !== key), key].slice(-16);
      }
      expect(map.size).toBe(model.length);
    }
  });
});
