import { describe, expect, it } from 'vitest';
import { BoundedMap } from './bounded-map.ts';

describe('BoundedMap', () => {
  it('keeps the last used entries up to its limit, and forgets others before twice as many', () => {
    const limit = 16;
    const map = new BoundedMap<number, number>(limit);
    let used: number[] = [];
    let state = 12_345;
    for (let step = 0; step < 5000; step++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const key = (state >>> 8) % 60;
      const known = used.indexOf(key);
      if (known >= 0 && known < limit - 1) expect(map.get(key)).toBe(key);
      if (known < 0 || known >= 2 * limit) expect(map.get(key)).toBeUndefined();
      map.set(key, key);
      used = [key, ...used.filter((one) => one !== key)];
    }
  });

  it('keeps falsy values, and replaces a value in place', () => {
    const map = new BoundedMap<string, number>(4);
    map.set('a', 0);
    expect(map.get('a')).toBe(0);
    map.set('a', 7);
    expect(map.get('a')).toBe(7);
  });
});
