import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bitfront, emptyFolder } from '../fixtures/bitfront.ts';

const dataset = { plugin: 'dataset-synthetic', params: { noise: 0.3, features: 40, trainImages: 256 } };
const encoding = { plugin: 'encoder-fixed-point', params: { bits: 8 } };
const run = (plugin: string, params: object, inputs: object, more: readonly string[], data?: string) =>
  bitfront(
    ['run', plugin, '--params', JSON.stringify(params), '--inputs', JSON.stringify(inputs), ...more],
    data === undefined ? {} : { data },
  );

describe('bitfront run', () => {
  it('trains a network on inputs that other stages make, and gives its weights to those who train elsewhere', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'net.npz');
    const params = { hiddenWidths: [16], epochs: 1, batchSize: 32 };
    const trained = await run('trainer-bnn', params, { dataset, encoding }, ['--weights', file]);
    expect([trained.code, trained.err]).toEqual([0, '']);
    const imported = await run('trainer-import', { file: 'net.npz' }, { dataset }, [], folder);
    expect([imported.code, imported.err]).toEqual([0, '']);
    const [before, after] = [JSON.parse(trained.out), JSON.parse(imported.out)];
    for (const part of ['architecture', 'weights', 'thresholds', 'output'])
      expect(after[part]).toEqual(before[part]);
  });

  it('says that only networks have weights', async () => {
    const file = join(emptyFolder(), 'net.npz');
    const { code, err } = await run('encoder-fixed-point', { bits: 4 }, {}, ['--weights', file]);
    expect(code).toBe(2);
    expect(err).toContain('Only trained networks have weights');
  });
});
