import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareServices, checkParameters } from '@bitfront/core';
import { networkToNpz } from '@bitfront/network-npz';
import { afterAll, beforeAll, expect, test } from 'vitest';
import trainer from './trainer-import.ts';

const network = {
  architecture: { classes: 2, layers: [{ kind: 'dense' as const, inputs: 3, outputs: 2 }] },
  float: {
    latent: [Float32Array.of(1, -1, 1, -1, -1, 1)],
    batchNorm: [
      {
        gamma: Float32Array.of(1, -1),
        beta: Float32Array.of(0, 1),
        mean: Float32Array.of(0, 0),
        variance: Float32Array.of(1, 1),
        epsilon: 0,
      },
    ],
  },
};
const description = { name: 'tiny', shape: [3], features: 3, classes: 2, maxValue: 255 };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-import-'));
  writeFileSync(join(folder, 'net.npz'), networkToNpz(network));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (file: string, changed: Partial<typeof description> = {}) =>
  trainer.run(
    { dataset: { description: { ...description, ...changed } } },
    { file },
    {
      random: () => expect.fail('an import draws nothing'),
      signal: new AbortController().signal,
      progress: () => {},
      host: { dataFolders: [join(folder, 'absent'), folder] },
      ...bareServices,
    },
  );

test('brings the network, with the declared columns', async () => {
  const imported = await run('net.npz');
  expect(imported.float).toEqual(network.float);
  expect([...(imported.weights[0]?.words ?? [])]).toEqual([0b101, 0b100]);
  expect(imported.output).toEqual({ scale: Float64Array.of(1, -1), offset: Float64Array.of(0, 1) });
  expect(imported.row).toEqual({ binaryWeights: 6 });
  expect(Object.keys(trainer.columns)).toEqual(Object.keys(imported.row));
});

test('refuses another dataset, and a file that is not there', async () => {
  await expect(run('net.npz', { features: 4 })).rejects.toThrow('has 4 features and 2 classes');
  await expect(run('net.npz', { classes: 3 })).rejects.toThrow('has 3 features and 3 classes');
  await expect(run('other.npz')).rejects.toThrow('"other.npz" was not found');
});

test('brings convolutions, for images of their shape alone', async () => {
  const input = { channels: 1, height: 1, width: 3 };
  const unit = { height: 1, width: 1 };
  const layer = {
    kind: 'convolution' as const,
    input,
    outputs: 2,
    kernel: unit,
    stride: unit,
    padding: { height: 0, width: 0 },
  };
  const [batchNorm] = network.float.batchNorm;
  const convolutional = {
    architecture: { classes: 2, layers: [layer, { kind: 'dense' as const, inputs: 6, outputs: 2 }] },
    float: {
      latent: [Float32Array.of(1, -1), new Float32Array(12).fill(1)],
      batchNorm: [batchNorm, batchNorm].filter((one) => one !== undefined),
    },
  };
  writeFileSync(join(folder, 'cnn.npz'), networkToNpz(convolutional));
  const imported = await run('cnn.npz', { shape: [1, 3] });
  expect(imported.architecture).toEqual(convolutional.architecture);
  expect(imported.row).toEqual({ binaryWeights: 14 });
  await expect(run('cnn.npz', { shape: [3, 1] })).rejects.toThrow(/1 x 1 x 3 inputs.*has 3 x 1 features/);
});

test('the fingerprint follows the content of the file', async () => {
  const host = { dataFolders: [folder] };
  const first = await trainer.fingerprint?.({ file: 'net.npz' }, host);
  writeFileSync(join(folder, 'same.npz'), networkToNpz(network));
  expect(await trainer.fingerprint?.({ file: 'same.npz' }, host)).toBe(first);
  const latent = [Float32Array.of(1, -1, 1, -1, -1, -1)];
  writeFileSync(join(folder, 'same.npz'), networkToNpz({ ...network, float: { ...network.float, latent } }));
  expect(await trainer.fingerprint?.({ file: 'same.npz' }, host)).not.toBe(first);
});

test('paths out of the data folders are refused', () => {
  for (const file of ['../net.npz', '/etc/net.npz', 'a/../../net.npz', 'net.txt', ''])
    expect(() => checkParameters('trainer-import', trainer.parameters, { file })).toThrow('trainer-import');
  expect(checkParameters('trainer-import', trainer.parameters, { file: 'nets/a-1.npz' })).toEqual({
    file: 'nets/a-1.npz',
  });
});
