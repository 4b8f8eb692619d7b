import type { RunProgress } from '@bitfront/engine';
import { zooCard } from '@bitfront/zoo';
import { expect, test } from 'vitest';
import { compareWeights } from './compare-weights.ts';
import { epochSink } from './epoch-sink.ts';

const at = (fraction: number, note: string): RunProgress => ({
  done: 0,
  total: 1,
  failed: 0,
  computed: 0,
  reused: 0,
  frontSize: 0,
  running: [{ plugin: 'trainer-bnn', fraction, note }],
});

test('other weights are an error that names both, and who trained the first', () => {
  const shipped = zooCard('synthetic-toy');
  expect(compareWeights(shipped, { ...shipped, errorRate: 0.5 })).toContain(shipped.weightsSha256);
  const trained = { ...shipped, weightsSha256: 'f'.repeat(64), errorRate: 0.5 };
  const { node } = shipped.trainedWith;
  expect(() => compareWeights(shipped, trained)).toThrow(
    new RegExp(
      `f{64} with a test error of 50.00 %; in the zoo: ${shipped.weightsSha256} .*trainer-bnn.*Node ${node}`,
    ),
  );
});

test('a log has one line per epoch', () => {
  let text = '';
  const sink = epochSink((more) => (text += more));
  for (const [fraction, note] of [
    [0.1, 'epoch 1/2'],
    [0.4, 'epoch 1/2'],
    [0.6, 'epoch 2/2'],
  ] as const)
    sink.progress(at(fraction, note));
  sink.end();
  expect(text).toBe('trainer-bnn: epoch 1/2\ntrainer-bnn: epoch 2/2\n');
});

test('a terminal has a bar below, with the time left since the training went on', () => {
  let text = '';
  let time = 0;
  const sink = epochSink(
    (more) => (text += more),
    () => 60,
    () => time,
  );
  sink.progress(at(0.5, 'epoch 6/10'));
  time = 60_000;
  sink.progress(at(0.75, 'epoch 8/10'));
  const [, last = ''] = text.split('epoch 8/10\n');
  // A quarter took a minute, a quarter is left.
  expect(last).toBe(`\r\u001b[K${'█'.repeat(18)}${'░'.repeat(6)} 75 % · about 1:00 left`);
});
