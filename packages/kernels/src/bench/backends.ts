import { buildFolder, loadNative } from '@bitfront/kernels-native';
import { createKernels } from '../create-kernels.ts';
import type { Kernels } from '../kernels.ts';

export type BenchBackend = 'wasm' | 'native' | 'typescript';

/** Kernels of the backends that work here, each with a memory of its own, so that its peak can be told. */
export function benchKernels(): (readonly ['wasm' | 'native', Kernels])[] {
  const native = loadNative(buildFolder).kind === 'ready';
  const wasm = ['wasm', createKernels({ backend: 'wasm' })] as const;
  return native ? [wasm, ['native', createKernels({ backend: 'native' })]] : [wasm];
}

/** Size of the memory of some kernels: matrices and what products need besides; it never shrinks. */
export function memoryMiB({ arena }: Kernels): number {
  return arena.bits(1, 1).view.buffer.byteLength / 1_048_576;
}
