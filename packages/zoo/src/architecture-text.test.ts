import { outputVolume } from '@bitfront/bits';
import type { Architecture } from '@bitfront/core';
import { expect, test } from 'vitest';
import { architectureText } from './architecture-text.ts';

const square = (size: number) => ({ height: size, width: size });
const dense = (inputs: number, outputs: number) => ({ kind: 'dense' as const, inputs, outputs });
const convolution = (
  input: { channels: number; height: number; width: number },
  outputs: number,
  pooled: boolean,
) => ({
  kind: 'convolution' as const,
  input,
  outputs,
  kernel: square(3),
  stride: square(1),
  padding: square(0),
  ...(pooled ? { pool: { size: square(2), stride: square(2) } } : {}),
});

test('perceptrons, and CNV as its authors write it', () => {
  const layers = [dense(784, 1024), dense(1024, 1024), dense(1024, 10)];
  expect(architectureText({ classes: 10, layers })).toBe('784-1024-1024-10');
  let input = { channels: 3, ...square(32) };
  const cnv: Architecture['layers'][number][] = [64, 64, 128, 128, 256, 256].map((outputs, index) => {
    const layer = convolution(input, outputs, index === 1 || index === 3);
    input = outputVolume(layer);
    return layer;
  });
  expect(architectureText({ classes: 10, layers: [...cnv, dense(256, 512), dense(512, 10)] })).toBe(
    '3x32x32-64C3-64C3-MP2-128C3-128C3-MP2-256C3-256C3-512-10',
  );
});

test('strides, paddings, depthwise kernels and pools that are not square', () => {
  const base = convolution({ channels: 4, height: 8, width: 9 }, 4, false);
  const layers = [
    { ...base, kind: 'depthwise' as const, stride: { height: 1, width: 2 }, padding: square(1) },
    { ...base, kernel: { height: 1, width: 5 }, pool: { size: square(3), stride: square(2) } },
  ];
  expect(architectureText({ classes: 2, layers })).toBe('4x8x9-DW3s1x2p1-4C1x5-MP3s2');
});
