import type { JournalEvent } from '@bitfront/store';
import { describe, expect, it } from 'vitest';
import { addWork, createPastWork, noWork } from './past-work.ts';

const calls = (computed: number, reused: number, stored: number, seconds: number) => ({
  computed,
  reused,
  stored,
  seconds,
});
const run: JournalEvent = { t: 'run' };
const row: JournalEvent = { t: 'row', id: 'x' };
const stage = (plugin: string, seconds: number): JournalEvent => ({
  t: 'stage',
  plugin,
  key: 'k',
  seconds,
  reused: false,
});
const end = (stageCalls: object, wallTimeSeconds: number): JournalEvent => ({
  t: 'end',
  stageCalls,
  wallTimeSeconds,
});
const total = (...events: JournalEvent[]) => {
  const past = createPastWork();
  for (const event of events) past.take(event);
  return past.total();
};

describe('addWork', () => {
  it('adds plugin by plugin, names sorted', () => {
    const a = { stageCalls: { b: calls(1, 2, 3, 4) }, wallTimeSeconds: 5 };
    const b = { stageCalls: { c: calls(1, 0, 0, 0.5), b: calls(10, 20, 30, 40) }, wallTimeSeconds: 50 };
    const sum = addWork(addWork(noWork, b), a);
    expect(sum).toEqual({
      stageCalls: { b: calls(11, 22, 33, 44), c: calls(1, 0, 0, 0.5) },
      wallTimeSeconds: 55,
    });
    expect(Object.keys(sum.stageCalls)).toEqual(['b', 'c']);
  });
});

describe('past work', () => {
  it('of an empty journal is none', () => expect(total()).toEqual(noWork));

  it('of a start that ended is what its end says, not counted twice with its stages', () => {
    const work = { t: calls(2, 5, 0, 3.5), light: calls(9, 0, 0, 0.1) };
    expect(total(run, stage('t', 2), row, stage('t', 1.5), end(work, 60))).toEqual({
      stageCalls: work,
      wallTimeSeconds: 60,
    });
  });

  it('of a start that was killed is its finished heavy calls; its wall time is unknown', () => {
    expect(total(run, stage('t', 2), row, stage('e', 1), stage('t', 1.5))).toEqual({
      stageCalls: { t: calls(2, 0, 0, 3.5), e: calls(1, 0, 0, 1) },
      wallTimeSeconds: 0,
    });
  });

  it('of several starts is their sum, killed or not', () => {
    const events = [
      run,
      stage('t', 1),
      end({ t: calls(1, 4, 0, 1) }, 10),
      run,
      stage('t', 2),
      row,
      run,
      stage('t', 4),
      end({ t: calls(1, 0, 2, 4) }, 20),
    ];
    expect(total(...events)).toEqual({ stageCalls: { t: calls(3, 4, 2, 7) }, wallTimeSeconds: 30 });
  });
});
