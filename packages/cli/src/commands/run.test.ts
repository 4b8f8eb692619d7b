import { readFileSync } from 'node:fs';
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

  it('draws the layers of a mapping, and says that nothing else can be drawn', async () => {
    const file = join(emptyFolder(), 'mapping.svg');
    const network = { architecture: { classes: 10, layers: [{ kind: 'dense', inputs: 784, outputs: 10 }] } };
    const size = { arrayRows: 128, arrayCols: 128 };
    const drawn = await run('partitioner-subimage', size, { network }, ['--svg', file]);
    expect([drawn.code, drawn.err]).toEqual([0, '']);
    expect(JSON.parse(drawn.out).row.crossbars).toBe(7);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*Layer 1: one full crossbar.*<\/svg>\n$/s);
    const refused = await run('partitioner-tile', size, { network }, ['--svg', file]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Only mappings of layers on crossbars can be drawn');
  });

  it('says that only networks have weights', async () => {
    const file = join(emptyFolder(), 'net.npz');
    const { code, err } = await run('encoder-fixed-point', { bits: 4 }, {}, ['--weights', file]);
    expect(code).toBe(2);
    expect(err).toContain('Only trained networks have weights');
  });
});
