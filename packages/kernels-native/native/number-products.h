#pragma once
#include "kernels.h"
#include "sign-tables.h"

// productRealSign and productIntSign: out[N x M] = signs[N x K] · a[K x M] in 32-bit numbers.
// Order of additions, whatever the slices: per nibble ((±a0 ± a1) + (±a2 ± a3)), nibbles in order onto 0.

template <typename T, int bytes>
INLINE void numberSlice(SignWords signs, int n, int k, const uint8_t* a, size_t aStride, uint8_t* out, size_t outStride,
                        uint8_t* tables, uint8_t* sums) {
  const int words = (k + 31) >> 5;
  for (int word = 0; word < words; word++) {
    for (int group = 0; group < 8; group++) {
      const int row = 32 * word + 4 * group;
      const uint8_t* source = a + (size_t)row * aStride;
      for (int at = 0; at < bytes; at += vectorBytes) {
        const Lanes<T> zero = {};
        storeSums<bytes>(row < k ? load<Lanes<T>>(source + at) : zero,
                         row + 1 < k ? load<Lanes<T>>(source + aStride + at) : zero,
                         row + 2 < k ? load<Lanes<T>>(source + 2 * aStride + at) : zero,
                         row + 3 < k ? load<Lanes<T>>(source + 3 * aStride + at) : zero,
                         tables + group * 16 * bytes + at);
      }
    }
    // Sums are kept side by side and only written to `out` in the end: its rows may all fall into few sets of the cache.
    const uint32_t* row = signs.words + word * signs.stride;
    const bool last = word == words - 1;
    uint8_t* to = last ? out : sums;
    const size_t toStride = last ? outStride : bytes;
    if (word == 0) {
      addRows<T, bytes, true>(row, n, sums, bytes, to, toStride, tables);
    } else {
      addRows<T, bytes, false>(row, n, sums, bytes, to, toStride, tables);
    }
  }
}

template <typename T>
INLINE void productNumbers(Memory& memory, Scratch& scratch, Address signsAt, size_t signStride, int n, int k,
                           Address aAt, size_t aStride, Address outAt, size_t outStride, int slices) {
  const size_t width = (size_t)slices * 128;
  const uint8_t* signs = memory.rows(signsAt, n, signStride, (size_t)((k + 31) >> 5) * 4);
  const uint8_t* a = memory.rows(aAt, k, aStride, width);
  uint8_t* out = memory.rows(outAt, n, outStride, width);
  if (memory.outside) return;
  uint8_t* tables = scratch.reserve(tableBytes + (size_t)n * wideBytes + SignWords::bytesOf(n, k));
  if (tables == nullptr) return;
  uint8_t* sums = tables + tableBytes;
  const SignWords words = packSigns(signs, signStride, n, k, sums + (size_t)n * wideBytes);
  size_t at = 0;
  for (; at + wideBytes <= width; at += wideBytes) {
    numberSlice<T, wideBytes>(words, n, k, a + at, aStride, out + at, outStride, tables, sums);
  }
  for (; at < width; at += narrowBytes) {
    numberSlice<T, narrowBytes>(words, n, k, a + at, aStride, out + at, outStride, tables, sums);
  }
}

static void productRealSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k, Address a,
                            size_t aStride, Address out, size_t outStride, int slices, Address) {
  productNumbers<float>(memory, scratch, signs, signStride, n, k, a, aStride, out, outStride, slices);
}

static void productIntSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k, Address a,
                           size_t aStride, Address out, size_t outStride, int slices, Address) {
  // Unsigned, since sums may wrap around on the way to one that fits.
  productNumbers<uint32_t>(memory, scratch, signs, signStride, n, k, a, aStride, out, outStride, slices);
}
