#pragma once
#include "counted-bits.h"
#include "kernels.h"
#include "small-finish.h"
#include "small-sums.h"

/** Bits as ±1: how many of 4 differ. K - 2 · sum is the dot product; rows beyond K are 0 in both and never differ. */
template <typename WideSum>
struct BitSource {
  typedef uint8_t Narrow;
  typedef WideSum Wide;
  static constexpr int wordsPerSum = 7;
  static constexpr int block = 128;
  const uint8_t* bits;
  size_t stride;

  template <int bytes>
  ALWAYS_INLINE void table(int row, int k, int column, uint8_t* table) const {
    const uint8_t* source = bits + (size_t)row * stride + column / 8;
    for (int at = 0; at < bytes; at += vectorBytes) {
      Lanes<uint8_t> rows[4];
#pragma GCC unroll 4
      for (int i = 0; i < 4; i++) {
        rows[i] = Lanes<uint8_t>{};
        if (row + i < k) rows[i] = spread(source + i * stride + at / 8);
      }
      storeCounts<bytes>(rows[0], rows[1], rows[2], rows[3], table + at);
    }
  }
};

/** Bytes of 0 … top as 2 · byte - top, or 32-bit integers, all of at most 255: 128 of them fit 16 bits. */
template <typename T>
struct SmallSource {
  typedef int16_t Narrow;
  typedef int32_t Wide;
  static constexpr int wordsPerSum = 4;
  static constexpr int block = sizeof(T) == 1 ? 64 : 32;
  const uint8_t* numbers;
  size_t stride;
  int top;

  template <int bytes>
  ALWAYS_INLINE void table(int row, int k, int column, uint8_t* table) const {
    typedef typename VectorOf<T, vectorBytes / 2 * (int)sizeof(T)>::type Numbers;
    const uint8_t* source = numbers + (size_t)row * stride + (size_t)column * sizeof(T);
    for (int at = 0; at < bytes; at += vectorBytes) {
      Lanes<int16_t> rows[4];
#pragma GCC unroll 4
      for (int i = 0; i < 4; i++) {
        rows[i] = Lanes<int16_t>{};
        if (row + i >= k) continue;
        rows[i] = __builtin_convertvector(load<Numbers>(source + i * stride + at / 2 * sizeof(T)), Lanes<int16_t>);
        if (sizeof(T) == 1) rows[i] = rows[i] + rows[i] - (int16_t)top;
      }
      storeSums<bytes>(rows[0], rows[1], rows[2], rows[3], table + at);
    }
  }
};

/** What the six products have in common: operands inside the memory, packed signs, and then all columns. */
template <typename Source, typename Finish>
INLINE void smallSigns(Memory& memory, Scratch& scratch, Address signsAt, size_t signStride, int n, int k, int columns,
                       const Source& source, const Finish& finish) {
  const uint8_t* signs = memory.rows(signsAt, n, signStride, (size_t)((k + 31) >> 5) * 4);
  Sums sums;
  if (memory.outside || !reserveSums<Source>(scratch, signs, signStride, n, k, sums)) return;
  smallProduct(source, sums, n, k, columns, finish);
}

// Counting is the faster way where the processor counts the bits of a register at once, tables are everywhere else.
#if defined(__AVX512VPOPCNTDQ__)
#define BITFRONT_COUNT_BITS
#endif

#if defined(BITFRONT_COUNT_BITS)
/** All columns of feature-major bits. */
template <typename Finish>
INLINE void countedBits(Scratch& scratch, const uint8_t* signs, size_t signStride, int n, int k, const uint8_t* bits,
                        size_t bitStride, int columns, const Finish& finish) {
  const int words = (k + 63) >> 6;
  Counting at;
  if (!reserveCounting(scratch, signs, signStride, n, words, at)) return;
  for (int column = 0; column < columns; column += blockColumns) {
    packFeatures(bits, bitStride, k, column, words, at.packed);
    countColumns(at.grouped, n, at.packed, words, column, finish);
  }
}
#endif

template <typename Finish>
INLINE void bitSigns(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k, Address bits,
                     size_t bitStride, int columns, const Finish& finish) {
  const uint8_t* at = memory.rows(bits, k, bitStride, (size_t)((columns + 127) & ~127) / 8);
#if defined(BITFRONT_COUNT_BITS)
  const uint8_t* words = memory.rows(signs, n, signStride, (size_t)((k + 127) & ~127) / 8);
  if (!memory.outside) countedBits(scratch, words, signStride, n, k, at, bitStride, columns, finish);
#else
  if (k <= 32767) {
    smallSigns(memory, scratch, signs, signStride, n, k, columns, BitSource<int16_t>{at, bitStride}, finish);
  } else {
    smallSigns(memory, scratch, signs, signStride, n, k, columns, BitSource<int32_t>{at, bitStride}, finish);
  }
#endif
}

template <typename T, typename Finish>
INLINE void numberSigns(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k, Address numbers,
                        size_t stride, int top, int columns, const Finish& finish) {
  constexpr int block = SmallSource<T>::block;
  const size_t width = (size_t)((columns + block - 1) / block) * block * sizeof(T);
  const uint8_t* at = memory.rows(numbers, k, stride, width);
  smallSigns(memory, scratch, signs, signStride, n, k, columns, SmallSource<T>{at, stride, top}, finish);
}

static void productBitSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k, Address bits,
                           size_t bitStride, Address out, size_t outStride, int columns, Address) {
  const Dots dots = {memory.rows(out, n, outStride, outStride), outStride, columns, k, -2};
  bitSigns(memory, scratch, signs, signStride, n, k, bits, bitStride, columns, dots);
}

static void thresholdedBitSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k,
                               Address bits, size_t bitStride, Address thresholds, Address out, size_t outStride,
                               int columns, Address) {
  const uint8_t* limits = memory.rows(thresholds, 1, 0, (size_t)n * 4);
  const size_t width = (size_t)((columns + 31) >> 5) * 4;
  const Reached reached = {memory.rows(out, n, outStride, width), outStride, columns, limits, k, -2};
  bitSigns(memory, scratch, signs, signStride, n, k, bits, bitStride, columns, reached);
}

static void productCountSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k,
                             Address counts, size_t countStride, int top, Address out, size_t outStride, int columns,
                             Address) {
  const Dots dots = {memory.rows(out, n, outStride, outStride), outStride, columns, 0, 1};
  numberSigns<uint8_t>(memory, scratch, signs, signStride, n, k, counts, countStride, top, columns, dots);
}

static void thresholdedCountSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k,
                                 Address counts, size_t countStride, int top, Address thresholds, Address out,
                                 size_t outStride, int columns, Address) {
  const uint8_t* limits = memory.rows(thresholds, 1, 0, (size_t)n * 4);
  const size_t width = (size_t)((columns + 31) >> 5) * 4;
  const Reached reached = {memory.rows(out, n, outStride, width), outStride, columns, limits, 0, 1};
  numberSigns<uint8_t>(memory, scratch, signs, signStride, n, k, counts, countStride, top, columns, reached);
}

static void productSmallIntSign(Memory& memory, Scratch& scratch, Address signs, size_t signStride, int n, int k,
                                Address ints, size_t intStride, Address out, size_t outStride, Address) {
  const int columns = (int)(outStride / 4);
  const Dots dots = {memory.rows(out, n, outStride, outStride), outStride, columns, 0, 1};
  numberSigns<int32_t>(memory, scratch, signs, signStride, n, k, ints, intStride, 0, columns, dots);
}
