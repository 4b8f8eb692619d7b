import { describe, expect, test } from 'vitest';
import { memoBytes } from './memo-bytes.ts';
import { createThreadMemos } from './thread-memos.ts';

/** A memo of 100 bytes that counts what was made. */
function counting(limitBytes = 100) {
  const memos = createThreadMemos(limitBytes);
  const made: string[] = [];
  const get = (key: string, bytes: number, module = 'a') =>
    memos(module).get(key, bytes, () => {
      made.push(`${module} ${key}`);
      return `${module} ${key}`;
    });
  return { memos, made, get };
}

describe('the memo of a thread', () => {
  test('makes a value once, whatever the value is', () => {
    const memo = createThreadMemos(100)('a');
    let made = 0;
    for (let time = 0; time < 3; time++)
      for (const value of [undefined, null, 0, 'x'])
        expect(
          memo.get(String(value), 1, () => {
            made++;
            return value;
          }),
        ).toBe(value);
    expect(made).toBe(4);
  });

  test('forgets what was not used for longest, of whichever stage', () => {
    const { made, get } = counting();
    get('x', 40);
    get('x', 40, 'b');
    get('x', 40);
    expect(get('y', 30)).toBe('a y');
    expect(made).toEqual(['a x', 'b x', 'a y']);
    get('x', 40);
    expect(made).toHaveLength(3);
    get('x', 40, 'b');
    expect(made).toHaveLength(4);
    // 30 of y went for it, being older than a's x: 80 bytes are kept.
    get('z', 20);
    get('x', 40);
    get('x', 40, 'b');
    expect(made).toHaveLength(5);
  });

  test('keeps exactly what fits', () => {
    const { made, get } = counting();
    for (const key of ['p', 'q', 'p', 'q']) get(key, 50);
    expect(made).toEqual(['a p', 'a q']);
    get('r', 1);
    get('q', 50);
    expect(made).toEqual(['a p', 'a q', 'a r']);
    get('p', 50);
    expect(made).toHaveLength(4);
  });

  test('does not keep what is larger than itself or of no size, and forgets nothing for it', () => {
    const { made, get } = counting();
    get('small', 100);
    for (const bytes of [101, Number.POSITIVE_INFINITY, Number.NaN, -1])
      for (let time = 0; time < 2; time++) get('odd', bytes);
    expect(made).toHaveLength(9);
    get('small', 100);
    expect(made).toHaveLength(9);
  });

  test('keeps nothing of a failure, neither thrown nor promised', async () => {
    const memo = createThreadMemos(100)('a');
    const fail = () => {
      throw new RangeError('no');
    };
    expect(() => memo.get('x', 1, fail)).toThrow('no');
    expect(memo.get('x', 1, () => 'yes')).toBe('yes');
    await expect(memo.get('y', 1, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
    await expect(memo.get('y', 1, async () => 'yes')).resolves.toBe('yes');
    await expect(memo.get('y', 1, async () => 'again')).resolves.toBe('yes');
  });

  test('may be asked while a value is made', () => {
    const { memos, made, get } = counting();
    const outer = () => memos('a').get('outer', 60, () => `(${get('inner', 60)})`);
    expect([outer(), outer()]).toEqual(['(a inner)', '(a inner)']);
    // Both do not fit: the inner one went when the outer one was kept.
    expect(made).toEqual(['a inner']);
    get('inner', 60);
    expect(made).toHaveLength(2);
  });
});

test('threads share an eighth of the memory, and none takes more than 1 GiB', () => {
  expect(memoBytes(1)).toBeLessThanOrEqual(1024 * 1024 * 1024);
  expect(memoBytes(64)).toBeGreaterThan(0);
  expect(memoBytes(4096) * 4096).toBeLessThanOrEqual(memoBytes(512) * 512 + 4096);
});
