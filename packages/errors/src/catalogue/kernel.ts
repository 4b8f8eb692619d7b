import { defineErrors } from '../define-errors.ts';

/** A product's operands are refused. */
export const kernelErrors = defineErrors({
  KERNEL_SHAPE_MISMATCH: {
    what: 'Operand "{operand}" of {operation} is {rows} x {columns}, not {expectedRows} x {expectedColumns}.',
    why: 'The other operands of the operation fix its shape.',
    now: 'Allocate it with the expected rows and columns, or transpose it.',
  },
  KERNEL_SIZE_INVALID: {
    what: 'A {kind} matrix of {rows} x {columns} cannot be allocated.',
    why: 'Rows and columns must be whole numbers of at least 1.',
    now: 'Check the layer sizes and the batch size.',
  },
  KERNEL_SCALAR_INVALID: {
    what: 'Number "{name}" of {operation} is {value}.',
    why: 'It must be finite and lie in {range}.',
    now: 'Check the training parameters.',
  },
  KERNEL_LANES_INVALID: {
    what: '{operation} cannot work on {lanes} images at a time.',
    why: 'The images of one pixel must fill whole words: a positive multiple of {laneBlock}.',
    now: 'Round the number of images up, and leave the results of the added ones out.',
  },
  KERNEL_LABEL_INVALID: {
    what: 'The label of image {image} is {label}, but there are {classes} classes.',
    why: 'Labels count from 0 to the number of classes minus 1.',
    now: 'Check the labels of the dataset against the size of the last layer.',
  },
  KERNEL_MATRIX_FOREIGN: {
    what: 'Operand "{operand}" of {operation} belongs to another set of kernels.',
    why: 'Kernels compute inside their own memory only.',
    now: 'Allocate it from the arena of these kernels and copy the values.',
  },
  KERNEL_MATRIX_RELEASED: {
    what: 'Operand "{operand}" of {operation} was given back to the arena.',
    why: 'Its memory may already hold other values.',
    now: 'Allocate it before the mark that is released, or allocate it again.',
  },
  KERNEL_MATRIX_ALIASED: {
    what: 'Output "{operand}" of {operation} shares memory with an input.',
    why: 'The operation reads its inputs while it writes its output.',
    now: 'Allocate a separate output.',
  },
  KERNEL_MEMORY_EXHAUSTED: {
    what: 'The kernels need {neededBytes} bytes but may use {maximumBytes}.',
    why: 'One WebAssembly memory holds all matrices of an arena.',
    now: 'Release matrices, use a smaller batch, or raise maximumBytes (at most 4 GiB).',
  },
  KERNEL_MODULE_MISSING: {
    what: 'The compiled kernels are not at {path}.',
    why: 'The file kernels.wasm is made by the build of @bitfront/kernels.',
    now: 'Build the package, or reinstall it.',
  },
  KERNEL_NATIVE_UNUSABLE: {
    what: 'The native kernels in {folder} cannot be used.',
    why: '{reason}',
    now: 'WebAssembly computes the same, more slowly; build them again with `npm run build:native`, or delete the folder.',
  },
  KERNEL_COMPILER_MISSING: {
    what: 'The native kernels cannot be built on this machine ({platform} {arch}).',
    why: 'They need g++ or clang++ (or the compiler that CXX names), on Linux or macOS, for x64 or arm64.',
    now: 'Install a compiler, or go on without: WebAssembly computes the same.',
  },
  KERNEL_BUILD_FAILED: {
    what: 'The compiler {compiler} did not compile the native kernels.',
    why: 'It says: {problem}',
    now: 'Try a newer compiler with CXX, or go on without: WebAssembly computes the same.',
  },
});
