/** The functions of kernels.wasm that the addon replaces. */
export const nativeNames = [
  'productRealSign',
  'productIntSign',
  'productSmallIntSign',
  'productCountSign',
  'productBitSign',
  'thresholdedCountSign',
  'thresholdedBitSign',
  'productXnor',
  'productReal',
  'productLists',
  'convolutionInputGradient',
  'adam',
] as const;

export type NativeName = (typeof nativeNames)[number];

/** Addresses, strides and numbers, in the order of the function of kernels.wasm that has the same name. */
export type NativeFunctions = Readonly<
  Record<NativeName, (...operands: readonly (number | boolean)[]) => void>
>;

/** One set of kernels: the same functions, on the buffer of a WebAssembly memory. */
export type NativeSet = {
  /** Whose instructions it uses. */
  readonly processor: NativeProcessor;
} & Readonly<Record<NativeName, (buffer: ArrayBuffer, ...operands: readonly (number | boolean)[]) => void>>;

export type NativeProcessor = 'avx512-vpopcntdq' | 'avx512' | 'avx2' | 'neon';

/** What kernels.node exports. */
export interface NativeAddon {
  /** Of the sources it was built from. */
  readonly stamp: string;
  /** The kernels that this processor can run, the best first. */
  readonly sets: readonly NativeSet[];
}
