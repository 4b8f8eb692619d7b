import { expect, it } from 'vitest';
import { grantThreads } from './grant-threads.ts';

/** What calls get that become ready together and all start. */
const shares = (threads: number, calls: number): readonly number[] => {
  const granted: number[] = [];
  for (let ready = calls; ready > 0; ready--)
    granted.push(grantThreads(threads - granted.reduce((sum, one) => sum + one, 0), ready));
  return granted;
};

it('gives a call alone every thread, and many calls one each', () => {
  expect(shares(8, 1)).toEqual([8]);
  expect(shares(8, 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(grantThreads(8, 100)).toBe(1);
  expect(grantThreads(0, 1)).toBe(1);
});

it('grants every thread exactly once where there are as many threads as calls, and differs by one at most', () => {
  for (let threads = 1; threads <= 17; threads++)
    for (let calls = 1; calls <= threads; calls++) {
      const granted = shares(threads, calls);
      expect(granted.reduce((sum, one) => sum + one, 0)).toBe(threads);
      expect(Math.max(...granted) - Math.min(...granted)).toBeLessThanOrEqual(1);
    }
});
