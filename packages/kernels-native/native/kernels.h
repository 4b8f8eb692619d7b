#pragma once
#include "memory.h"

// The functions that replace those of kernels.wasm of the same name: same operands (addresses and strides in bytes),
// same results to the bit. What each computes, and in which order, is said in packages/kernels/assembly.

typedef size_t Address;

/** A set of kernels, compiled for one kind of processor. Each uses its own scratch memory, not that of WebAssembly. */
struct Kernels {
  const char* processor;
  void (*productRealSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address a, size_t aStride,
                          Address out, size_t outStride, int slices, Address);
  void (*productIntSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address a, size_t aStride,
                         Address out, size_t outStride, int slices, Address);
  void (*productSmallIntSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address ints,
                              size_t intStride, Address out, size_t outStride, Address);
  void (*productCountSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address counts,
                           size_t countStride, int top, Address out, size_t outStride, int columns, Address);
  void (*productBitSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address bits,
                         size_t bitStride, Address out, size_t outStride, int columns, Address);
  void (*thresholdedCountSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address counts,
                               size_t countStride, int top, Address thresholds, Address out, size_t outStride,
                               int columns, Address);
  void (*thresholdedBitSign)(Memory&, Scratch&, Address signs, size_t signStride, int n, int k, Address bits,
                             size_t bitStride, Address thresholds, Address out, size_t outStride, int columns, Address);
  void (*productXnor)(Memory&, Scratch&, Address a, int rows, Address b, int columns, size_t stride, int k, Address out,
                      size_t outStride);
  void (*productReal)(Memory&, Scratch&, Address a, size_t aStride, int rows, int k, Address b, size_t bStride,
                      Address out, size_t outStride, int slices, Address);
  void (*productLists)(Memory&, Scratch&, Address lists, int rows, int k, Address b, size_t bStride, Address packed,
                       int first, float scale, Address out, size_t outStride);
  void (*convolutionInputGradient)(Memory&, Scratch&, Address signs, size_t signStride, int channels, int n,
                                   Address gradient, size_t gradientStride, int lanes, Address geometry, Address out,
                                   size_t outStride, Address);
  void (*adam)(Memory&, Scratch&, Address weights, Address gradient, Address first, Address second, size_t stride,
               int rows, int columns, float beta1, float rest1, float beta2, float rest2, float stepSize,
               float varianceScale, float epsilon, float limit, Address signs, size_t signStride);
};

#if defined(__x86_64__)
extern const Kernels kernelsAvx512Vpopcntdq;
extern const Kernels kernelsAvx512;
extern const Kernels kernelsAvx2;
#elif defined(__aarch64__)
extern const Kernels kernelsNeon;
#endif
