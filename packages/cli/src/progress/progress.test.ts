import { describe, expect, it } from 'vitest';
import { barSink } from './bar-sink.ts';
import { jsonSink } from './json-sink.ts';
import { lineSink } from './line-sink.ts';

const now = {
  done: 320,
  total: 1000,
  failed: 2,
  computed: 10,
  reused: 5310,
  frontSize: 24,
  secondsLeft: 42,
  running: [{ plugin: 'trainer-bnn', fraction: 0.456, note: 'epoch 3/10' }],
};
const text =
  '320/1,000 points · 2 failed · 5,310 calls reused · front 24 · about 42 s left · trainer-bnn 45 % epoch 3/10';

describe('progress', () => {
  it('is a bar on a terminal, no wider than it, and gone at the end', () => {
    let said = '';
    const bar = barSink(
      (one) => (said += one),
      () => 60,
    );
    bar.progress(now);
    // 24 cells, 32 % of which is 7.68.
    expect(said).toBe(`\r\u001b[K${`${'█'.repeat(7)}${'░'.repeat(17)} ${text}`.slice(0, 59)}`);
    said = '';
    bar.notice('Interrupted');
    bar.end();
    expect(said).toBe('\r\u001b[KInterrupted\n');
  });

  it('is a line every five seconds elsewhere', () => {
    const said: string[] = [];
    let time = 0;
    const lines = lineSink(
      (one) => said.push(one),
      () => time,
    );
    for (time of [1000, 4999, 5000, 6000, 10_500]) lines.progress(now);
    expect(said).toEqual([`${text}\n`, `${text}\n`]);
  });

  it('is one JSON object per line for programs', () => {
    const said: string[] = [];
    const sink = jsonSink((one) => said.push(one));
    sink.progress(now);
    sink.notice('moved "old" aside');
    expect(said.map((line) => JSON.parse(line))).toEqual([
      { type: 'progress', ...now },
      { type: 'notice', message: 'moved "old" aside' },
    ]);
  });
});
