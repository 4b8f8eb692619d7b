import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bitfrontError } from '@bitfront/errors';
import { type KernelModule, webAssembly } from './webassembly.ts';

/** Compiles the kernels from the file beside this code; worth sharing between the kernels of one thread. */
export function compileKernels(): KernelModule {
  // Reached from src and from dist alike.
  const path = fileURLToPath(new URL('../dist/kernels.wasm', import.meta.url));
  if (!existsSync(path)) throw bitfrontError('KERNEL_MODULE_MISSING', { path });
  return new webAssembly.Module(readFileSync(path));
}
