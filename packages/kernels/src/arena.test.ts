import { expect, test } from 'vitest';
import { createKernels } from './create-kernels.ts';

test('matrices keep their values when the memory grows under them', () => {
  const { arena } = createKernels({ backend: 'wasm' });
  const first = arena.f32(2, 3);
  const before = first.view;
  before[1] = 0.5;
  arena.f32(4096, 1024);
  expect(before.length).toBe(0);
  expect(first.row(0)[1]).toBe(0.5);
});

test('released memory is handed out again, cleared, and its old matrices are refused', () => {
  const { arena, signBits } = createKernels({ backend: 'wasm' });
  const kept = arena.f32(1, 1);
  const mark = arena.mark();
  const old = arena.f32(1, 40);
  old.view.fill(7);
  arena.release(mark);
  const fresh = arena.f32(1, 40);
  expect(fresh.byteOffset).toBe(old.byteOffset);
  expect(Math.max(...fresh.view)).toBe(0);
  expect([kept.released, old.released, fresh.released]).toEqual([false, true, false]);
  expect(() => signBits(old, arena.bits(1, 40))).toThrow(
    expect.objectContaining({ code: 'KERNEL_MATRIX_RELEASED' }),
  );
});

test('rows are padded to 32 lanes, bits to 128, and start on cache lines', () => {
  const { arena } = createKernels({ backend: 'wasm' });
  expect([arena.f32(2, 33).stride, arena.i32(2, 32).stride, arena.bits(2, 129).wordsPerRow]).toEqual([
    64, 32, 8,
  ]);
  expect(arena.bits(3, 1).byteOffset % 64).toBe(0);
  expect(arena.bits(2, 70).row(1).length).toBe(3);
});

test('sizes that are no counts and memory beyond the limit are refused', () => {
  const { arena } = createKernels({ backend: 'wasm', maximumBytes: 1_000_000 });
  expect(() => arena.f32(0, 3)).toThrow(expect.objectContaining({ code: 'KERNEL_SIZE_INVALID' }));
  expect(() => arena.i32(3, 1.5)).toThrow(expect.objectContaining({ code: 'KERNEL_SIZE_INVALID' }));
  expect(() => arena.f32(1000, 1000)).toThrow(expect.objectContaining({ code: 'KERNEL_MEMORY_EXHAUSTED' }));
  expect(arena.f32(100, 1000).rows).toBe(100);
});
