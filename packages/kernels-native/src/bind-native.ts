import { type NativeFunctions, type NativeSet, nativeNames } from './native-functions.ts';

/** The functions of a set on one memory, whose buffer changes when it grows. */
export function bindNative(set: NativeSet, memory: { readonly buffer: ArrayBuffer }): NativeFunctions {
  const functions = nativeNames.map((name) => {
    const kernel = set[name];
    return [name, (...operands: readonly (number | boolean)[]) => kernel(memory.buffer, ...operands)];
  });
  return Object.freeze(Object.fromEntries(functions) as NativeFunctions);
}
