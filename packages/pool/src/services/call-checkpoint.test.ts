import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { trial } from '../fixtures/trial-call.ts';
import { openCheckpoint } from './call-checkpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'bitfront-call-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** The clock as it is read: at the start and, where something is written, at the end of every save. */
const clock = (...readings: readonly number[]) => {
  const left = [...readings];
  vi.spyOn(performance, 'now').mockImplementation(() => left.shift() ?? Number.NaN);
};

test('what follows a save within twenty times its duration is passed over', async () => {
  const { service } = openCheckpoint({ ...trial('fine'), checkpoint: join(folder, 'a.checkpoint') });
  clock(1000, 1010, 1100, 1209.9, 1210, 1211, 1230, 1231, 1240);
  const after = async (byte: number) => {
    await service.save(Uint8Array.of(byte));
    return (await service.load())?.[0];
  };
  expect([await after(1), await after(2), await after(3), await after(4)]).toEqual([1, 1, 1, 4]);
  expect([await after(5), await after(6)]).toEqual([4, 6]);
});

test('a save that failed is told once, with how often it did', async () => {
  const checkpoint = openCheckpoint({ ...trial('fine'), checkpoint: '/dev/null/a.checkpoint' });
  expect(checkpoint.notices).toEqual([]);
  clock(0, 0, 0, 0, 0, 0);
  for (let time = 0; time < 3; time++) await checkpoint.service.save(new Uint8Array(1));
  expect(checkpoint.notices).toEqual([
    'trial could not save its checkpoint 3 times (STORE_WRITE_FAILED); its result is not affected.',
  ]);
  expect(await checkpoint.service.load()).toBeUndefined();
  checkpoint.drop();
});

test('a call that names no file saves nothing', async () => {
  const { service, notices } = openCheckpoint(trial('fine'));
  await service.save(Uint8Array.of(1));
  expect([await service.load(), notices]).toEqual([undefined, []]);
});
