import { bitfrontError } from '@bitfront/errors';
import {
  announceOnce,
  bindNative,
  buildFolder,
  loadNative,
  type NativeFunctions,
  type NativeProcessor,
} from '@bitfront/kernels-native';
import type { WasmMemory } from './webassembly.ts';

/**
 * 'auto' takes the native build where there is one that fits; 'native', or the name of a processor's instructions,
 * insists on it. Results are the same bits.
 */
export type KernelBackend = 'auto' | 'native' | 'wasm' | NativeProcessor;

/** The functions that replace those of kernels.wasm, and whose they are. */
export interface NativeOverlay {
  /** 'wasm', or the name of the native kernels. */
  readonly processor: string;
  readonly functions: Partial<NativeFunctions>;
}

/** 'auto' says on stderr, once, why a native build is not used; who insists gets KERNEL_NATIVE_UNUSABLE. */
export function nativeOverlay(
  memory: WasmMemory,
  backend: KernelBackend,
  folder: string = buildFolder,
): NativeOverlay {
  const wasm = { processor: 'wasm', functions: {} };
  if (backend === 'wasm') return wasm;
  const load = loadNative(folder);
  if (load.kind === 'absent' && backend === 'auto') return wasm;
  const named = backend === 'auto' || backend === 'native' ? undefined : backend;
  const sets = load.kind === 'ready' ? load.sets : [];
  const set = sets.find(({ processor }) => processor === (named ?? processor));
  if (set !== undefined) return { processor: set.processor, functions: bindNative(set, memory) };
  const reason =
    load.kind === 'unusable'
      ? load.reason
      : load.kind === 'absent'
        ? 'Nobody built them.'
        : `This processor cannot run those for ${named}.`;
  const problem = bitfrontError('KERNEL_NATIVE_UNUSABLE', { folder, reason });
  if (backend !== 'auto') throw problem;
  announceOnce('native kernels', `notice: ${problem.message}`);
  return wasm;
}
