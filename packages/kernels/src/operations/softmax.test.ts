import { describe, expect, test } from 'vitest';
import { createKernels } from '../create-kernels.ts';
import * as oracle from '../oracle/index.ts';

const draw = oracle.operands(14);

describe.each([
  [1, 1],
  [2, 7],
  [10, 33],
  [10, 128],
  [31, 1025],
])('softmax of %i classes, %i images', (classes, images) => {
  const { arena, ...kernels } = createKernels({ backend: 'wasm' });
  const values = draw.floats(classes * images).map((x) => x * 20);
  const logits = oracle.writePlain(arena.f32(classes, images), values);
  const labels = oracle.writePlain(arena.i32(1, images), draw.ints(images, 0, classes - 1));
  const gradient = arena.f32(classes, images);
  const loss = kernels.softmaxCrossEntropy({ logits, labels, gradient });

  test('loss and gradient agree with double precision', () => {
    let expectedLoss = 0;
    for (let image = 0; image < images; image++) {
      const column = Array.from({ length: classes }, (_, c) => values[c * images + image] ?? 0);
      const top = Math.max(...column);
      const sum = column.reduce((total, x) => total + Math.exp(x - top), 0);
      column.forEach((x, c) => {
        const hit = labels.view[image] === c ? 1 : 0;
        if (hit) expectedLoss += (Math.log(sum) - (x - top)) / images;
        expect(gradient.row(c)[image]).toBeCloseTo((Math.exp(x - top) / sum - hit) / images, 6);
      });
    }
    expect(loss).toBeCloseTo(expectedLoss, 5);
    expect(oracle.dirtyPadding(gradient)).toBe(0);
  });

  test('may overwrite the logits', () => {
    const copy = oracle.writePlain(arena.f32(classes, images), values);
    expect(kernels.softmaxCrossEntropy({ logits: copy, labels, gradient: copy })).toBe(loss);
    expect(oracle.readFloats(copy)).toEqual(oracle.readFloats(gradient));
  });

  test('argmax finds the first of the largest', () => {
    const rounded = values.map((x) => Math.round(x / 8));
    const out = arena.i32(1, images);
    kernels.argmaxColumns(oracle.writePlain(arena.f32(classes, images), rounded), out);
    const expected = Array.from({ length: images }, (_, image) => {
      const column = Array.from({ length: classes }, (_, c) => rounded[c * images + image] ?? 0);
      return column.indexOf(Math.max(...column));
    });
    expect([...out.row(0)]).toEqual(expected);
    expect(oracle.dirtyPadding(out)).toBe(0);
  });
});

test('its exponential stays within 2e-7 of the true one, relative, down to exp(-78)', () => {
  const { arena, softmaxCrossEntropy } = createKernels({ backend: 'wasm' });
  // A power of two divides exactly, and exp(-78) / 2048 is still a normal number.
  const images = 2048;
  const logits = arena.f32(2, images);
  const values = Float32Array.from({ length: images }, (_, i) => (-78 * i) / (images - 1));
  logits.row(1).set(values);
  const gradient = arena.f32(2, images);
  softmaxCrossEntropy({ logits, labels: arena.i32(1, images), gradient });
  // With one other class at 0: gradient = e / (1 + e) / images, three more roundings of 6e-8 each at most.
  const worst = gradient.row(1).reduce((most, g, i) => {
    const e = Math.exp(values[i] ?? 0);
    return Math.max(most, Math.abs((g * images * (1 + e)) / e - 1));
  }, 0);
  expect(worst).toBeLessThan(4e-7);
});

test('a label that is no class is refused', () => {
  const { arena, softmaxCrossEntropy } = createKernels({ backend: 'wasm' });
  const labels = oracle.writePlain(arena.i32(1, 2), [0, 3]);
  const logits = arena.f32(3, 2);
  expect(() => softmaxCrossEntropy({ logits, labels, gradient: logits })).toThrow(
    expect.objectContaining({ code: 'KERNEL_LABEL_INVALID' }),
  );
});
