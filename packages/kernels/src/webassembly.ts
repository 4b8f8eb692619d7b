/** Compiled kernels, not yet bound to a memory. Opaque; can be posted to another thread. */
export interface KernelModule {
  readonly [Symbol.toStringTag]: string;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => KernelModule;
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory;
  readonly Instance: new (module: KernelModule, imports: object) => { readonly exports: object };
}

/** The part of WebAssembly that is used here; TypeScript declares it only together with a browser's globals. */
export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WebAssemblyApi }).WebAssembly;
