import type { KernelArena } from './arena.ts';
import type { WasmExports } from './wasm-exports.ts';

/** What every operation works with: the memory and the functions bound to it. */
export interface KernelContext {
  readonly arena: KernelArena;
  readonly wasm: WasmExports;
  /** Whether products are native ones. */
  readonly native: boolean;
}
