import { randomStream } from '@bitfront/math';
import { expect, it } from 'vitest';
import { conditionLead } from './condition-lead.ts';

it('averages, scales and saturates, by hand', () => {
  const samples = Int16Array.of(10, 20, 30, -30, 200, 100, -100, -200, 99);
  // means 15, 0, 150, −150; 127 · 15 / 100 = 19.05; the odd sample at the end is left out
  const plain = { decimation: 2, baselineSamples: 0, fullScale: 100 };
  expect([...conditionLead(samples, plain)]).toEqual([147, 128, 255, 1]);
});

it('subtracts the mean around a sample, by hand', () => {
  const samples = Int16Array.of(0, 3, 6, 0, 12);
  // means over 3: 1.5, 3, 3, 6, 6; differences −1.5, 0, 3, −6, 6
  const moving = { decimation: 1, baselineSamples: 3, fullScale: 127 };
  expect([...conditionLead(samples, moving)]).toEqual([126, 128, 131, 122, 134]);
  expect([...conditionLead(Int16Array.of(-7, -7, -7), moving)]).toEqual([128, 128, 128]);
});

it('turns a lead over exactly: 256 − byte, halves included', () => {
  const stream = randomStream('1', 'leads');
  for (let round = 0; round < 20; round++) {
    const samples = Int16Array.from({ length: 200 }, () => stream.integer(2001) - 1000);
    const conditioning = {
      decimation: 1 + stream.integer(7),
      baselineSamples: stream.integer(60),
      fullScale: 1 + stream.integer(600),
    };
    const turned = conditionLead(
      samples.map((value) => -value),
      conditioning,
    );
    expect([...turned]).toEqual([...conditionLead(samples, conditioning)].map((byte) => 256 - byte));
  }
});

it('takes out what the box filter is for: a hum at the new rate vanishes', () => {
  const hum = Int16Array.from({ length: 100 }, (_, at) => [0, 90, 90, -90, -90][at % 5] ?? 0);
  expect([...conditionLead(hum, { decimation: 5, baselineSamples: 0, fullScale: 100 })]).toEqual(
    Array(20).fill(128),
  );
});
