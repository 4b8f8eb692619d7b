import { describe, expect, it } from 'vitest';
import { createCallCounter } from './call-counter.ts';
import { secondsLeft } from './seconds-left.ts';

const expected = [
  { plugin: 'trainer', calls: 4 },
  { plugin: 'evaluator', calls: 10 },
];
const left = (counter: ReturnType<typeof createCallCounter>, elapsed: readonly [string, number][] = []) =>
  secondsLeft(expected, counter, 2, new Map(elapsed));

describe('secondsLeft', () => {
  it('says nothing before anything was timed', () => expect(left(createCallCounter())).toBeUndefined());

  it('takes the first call by how far it is, and says that more will come', () => {
    const counter = createCallCounter();
    counter.started('trainer', 'a', 'heavy').progress(0.25);
    // A quarter in 10 s: 40 s each, three to come and three quarters of one, on two threads.
    expect(left(counter, [['trainer', 10]])).toEqual({ seconds: (3 * 40 + 30) / 2, atLeast: true });
  });

  it('takes the mean once calls have ended, and counts those from the store as done', () => {
    const counter = createCallCounter();
    for (const [key, seconds] of [
      ['a', 30],
      ['b', 50],
    ] as const)
      counter.started('trainer', key, 'heavy').finished(seconds, true);
    counter.started('evaluator', 'c', 'heavy').finished(2, true);
    counter.reused('evaluator', 'store');
    expect(left(counter)).toEqual({ seconds: (2 * 40 + 8 * 2) / 2, atLeast: false });
  });
});
