import { expect, test } from 'vitest';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';
import { makeInputs } from '../world/run-alone.ts';
import { faultsText } from './bench-faults.ts';
import { measureFaultSweep } from './measure-fault-sweep.ts';

const figure = { levels: 20, fullMs: 14_000, reusedMs: 3080, ratio: 0.22, identical: true };

test('the table has a line per input, per level', () => {
  expect(faultsText({ 'one draw': figure }).split('\n').slice(0, 3)).toEqual([
    '784-1024-1024-10, input  full, ms  reused, ms  ratio  rows, activity',
    '───────────────────────  ────────  ──────────  ─────  ──────────────',
    'one draw                      700         154  0.220  identical',
  ]);
});

test('results that depend on what is remembered would be told loudly', () => {
  expect(faultsText({ 'one draw': { ...figure, identical: false } })).toContain('RESULTS DIFFER');
});

test('a small sweep is the same with and without what is remembered', async () => {
  const places = findPlaces();
  const { executor } = await openExecutor('inline', 1, places.pluginFolders);
  const signal = new AbortController().signal;
  const inputs = await makeInputs(
    {
      dataset: { plugin: 'dataset-synthetic', params: { noise: 0.3 } },
      encoding: { plugin: 'encoder-fixed-point', params: { bits: 8 } },
      network: { plugin: 'trainer-bnn', params: { hiddenWidths: [40], epochs: 1 } },
    },
    { executor, places, seed: 1, threads: 1, signal },
  );
  const evaluator = { plugin: 'evaluator-faulted', params: { repeats: 2 } };
  const measure = await measureFaultSweep({ evaluator, inputs, rates: [0.01, 0.2], places });
  await executor.close();
  expect(measure).toMatchObject({ levels: 2, identical: true });
  expect(measure.ratio).toBeCloseTo(measure.reusedMs / measure.fullMs, 12);
  expect(measure.reusedMs).toBeGreaterThan(0);
});
