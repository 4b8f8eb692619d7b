#pragma once
#include <string.h>
#include "kernels.h"
#include "sign-tables.h"

// convolutionInputGradient: each position's gradient goes back to the pixels that its window sees; the tables of one
// position serve all taps and channels. Order of additions: positions in order, at each position nibbles of N in order.

/** The twelve numbers of packages/kernels/src/convolution/geometry.ts. */
struct Geometry {
  int32_t inputHeight, inputWidth, kernelHeight, kernelWidth, strideDown, strideAcross, paddingDown, paddingAcross;
  int32_t positionsDown, positionsAcross;

  /** The pixel that a tap of a window sees, or -1 in the padding. */
  ALWAYS_INLINE int pixel(int y, int x, int ky, int kx) const {
    const int row = y * strideDown + ky - paddingDown, column = x * strideAcross + kx - paddingAcross;
    const bool inside = row >= 0 && row < inputHeight && column >= 0 && column < inputWidth;
    return inside ? row * inputWidth + column : -1;
  }
};

/** `column`: the gradient of one position, `bytes` of lanes of every neuron. */
template <int bytes>
INLINE void gradientTables(const uint8_t* column, size_t stride, int word, int n, uint8_t* tables) {
  typedef Lanes<float> V;
  const V zero = {};
  for (int group = 0; group < 8; group++) {
    const int row = 32 * word + 4 * group;
    const uint8_t* source = column + (size_t)row * stride;
    for (int at = 0; at < bytes; at += vectorBytes) {
      storeSums<bytes>(row < n ? load<V>(source + at) : zero, row + 1 < n ? load<V>(source + stride + at) : zero,
                       row + 2 < n ? load<V>(source + 2 * stride + at) : zero,
                       row + 3 < n ? load<V>(source + 3 * stride + at) : zero, tables + group * 16 * bytes + at);
    }
  }
}

/** One slice of the lanes of every pixel; `sums` are pixel-major, channels · bytes each. */
template <int bytes>
INLINE void gradientSlice(SignWords signs, int channels, int n, const uint8_t* gradient, size_t stride, size_t pixelBytes,
                          const Geometry& g, uint8_t* out, size_t outStride, uint8_t* tables, uint8_t* sums) {
  const int pixels = g.inputHeight * g.inputWidth;
  const size_t sumBytes = (size_t)channels * bytes;
  memset(sums, 0, (size_t)pixels * sumBytes);
  for (int y = 0; y < g.positionsDown; y++) {
    for (int x = 0; x < g.positionsAcross; x++) {
      const uint8_t* column = gradient + (size_t)(y * g.positionsAcross + x) * pixelBytes;
      for (int word = 0; word < (n + 31) >> 5; word++) {
        gradientTables<bytes>(column, stride, word, n, tables);
        const uint32_t* tap = signs.words + word * signs.stride;
        for (int ky = 0; ky < g.kernelHeight; ky++) {
          for (int kx = 0; kx < g.kernelWidth; kx++, tap += channels) {
            const int pixel = g.pixel(y, x, ky, kx);
            if (pixel < 0) continue;
            uint8_t* target = sums + (size_t)pixel * sumBytes;
            addRows<float, bytes, false>(tap, channels, target, bytes, target, bytes, tables);
          }
        }
      }
    }
  }
  for (int pixel = 0; pixel < pixels; pixel++) {
    for (int channel = 0; channel < channels; channel++, sums += bytes) {
      memcpy(out + (size_t)channel * outStride + (size_t)pixel * pixelBytes, sums, bytes);
    }
  }
}

static void convolutionInputGradient(Memory& memory, Scratch& scratch, Address signsAt, size_t signStride, int channels,
                                     int n, Address gradientAt, size_t gradientStride, int lanes, Address geometryAt,
                                     Address outAt, size_t outStride, Address) {
  const uint8_t* numbers = memory.rows(geometryAt, 1, 0, sizeof(Geometry));
  if (memory.outside) return;
  const Geometry g = load<Geometry>(numbers);
  const int taps = g.kernelHeight * g.kernelWidth, pixels = g.inputHeight * g.inputWidth;
  const size_t pixelBytes = (size_t)lanes * 4;
  const uint8_t* signs = memory.rows(signsAt, taps * channels, signStride, (size_t)((n + 31) >> 5) * 4);
  const uint8_t* gradient =
      memory.rows(gradientAt, n, gradientStride, (size_t)g.positionsDown * g.positionsAcross * pixelBytes);
  uint8_t* out = memory.rows(outAt, channels, outStride, pixels * pixelBytes);
  if (memory.outside) return;
  const size_t sumBytes = (size_t)pixels * channels * wideBytes;
  uint8_t* tables = scratch.reserve(tableBytes + sumBytes + SignWords::bytesOf(taps * channels, n));
  if (tables == nullptr) return;
  uint8_t* sums = tables + tableBytes;
  const SignWords words = packSigns(signs, signStride, taps * channels, n, sums + sumBytes);
  size_t at = 0;
  for (; at + wideBytes <= pixelBytes; at += wideBytes) {
    gradientSlice<wideBytes>(words, channels, n, gradient + at, gradientStride, pixelBytes, g, out + at, outStride,
                             tables, sums);
  }
  for (; at < pixelBytes; at += narrowBytes) {
    gradientSlice<narrowBytes>(words, channels, n, gradient + at, gradientStride, pixelBytes, g, out + at, outStride,
                               tables, sums);
  }
}
