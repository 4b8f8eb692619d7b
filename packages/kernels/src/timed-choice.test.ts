import { expect, test } from 'vitest';
import { type Clock, timedChoice } from './timed-choice.ts';

/** Two functions that take the given milliseconds of a clock of their own, and what was called. */
function variants(wideMs: (call: number) => number, narrowMs: (call: number) => number) {
  const called: ('wide' | 'narrow')[] = [];
  let time = 0;
  const now: Clock = () => time;
  const run = (name: 'wide' | 'narrow', ms: (call: number) => number) => (_shape: number) => {
    called.push(name);
    time += ms(called.filter((other) => other === name).length);
  };
  const choose = timedChoice([run('wide', wideMs), run('narrow', narrowMs)], (shape) => `${shape}`, now);
  return { called, choose };
}

test.each([
  ['wide', 10, 11],
  ['narrow', 11, 10],
] as const)('the faster one, %s, gets all calls after the first eight', (winner, wideMs, narrowMs) => {
  const { called, choose } = variants(
    () => wideMs,
    () => narrowMs,
  );
  for (let call = 0; call < 20; call++) choose(1);
  expect(called.slice(0, 8)).toEqual(Array(4).fill(['wide', 'narrow']).flat());
  expect(called.slice(8)).toEqual(Array(12).fill(winner));
});

test('slow calls before the second compilation do not decide, even if one variant is compiled much later', () => {
  const { called, choose } = variants(
    (call) => (call > 3 ? 10 : 50),
    (call) => (call > 12 ? 8 : 40),
  );
  for (let call = 0; call < 40; call++) choose(1);
  expect(called.slice(26)).toEqual(Array(14).fill('narrow'));
});

test('short calls are timed for 20 ms each', () => {
  const { called, choose } = variants(
    () => 0.5,
    () => 0.3125,
  );
  for (let call = 0; call < 200; call++) choose(1);
  // 64 calls of 0.3125 ms.
  expect(called.lastIndexOf('wide')).toBe(126);
});

test('each shape has a choice of its own, the 65th has the wide variant', () => {
  const { called, choose } = variants(
    () => 10,
    () => 9,
  );
  for (let shape = 1; shape <= 65; shape++) choose(shape);
  for (let call = 0; call < 8; call++) choose(65);
  expect(called.slice(64)).toEqual(Array(9).fill('wide'));
  for (let call = 0; call < 9; call++) choose(7);
  expect(called.slice(-2)).toEqual(['narrow', 'narrow']);
});

test('a clock that stands still ends with the wide variant', () => {
  const { called, choose } = variants(
    () => 0,
    () => 0,
  );
  for (let call = 0; call < 1010; call++) choose(1);
  expect(called.slice(1000)).toEqual(Array(10).fill('wide'));
});
