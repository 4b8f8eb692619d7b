#pragma once
#include "lanes.h"
#include "memory.h"
#include "small-finish.h"

// Products of signs with signs by counting the bits that differ. Columns are packed into the 64-bit lanes of registers, so
// that no sum over lanes is needed: a word of a row is compared with the same word of `vectorBytes / 8` columns at once,
// in blocks of rows and columns that keep all their counts in registers.

constexpr int laneColumns = vectorBytes / 8;
constexpr int blockVectors = 4;
constexpr int blockColumns = laneColumns * blockVectors;
constexpr int blockRows = vectorBytes == 32 ? 2 : 6;

typedef Lanes<uint64_t> Words;

/** Words of 64 bits of `blockColumns` rows of b, word by word; rows beyond `columns` are 0. */
INLINE void packRows(const uint8_t* b, size_t stride, int column, int columns, int words, uint64_t* packed) {
  for (int lane = 0; lane < blockColumns; lane++) {
    const bool present = column + lane < columns;
    const uint8_t* row = b + (size_t)(column + lane) * stride;
    for (int word = 0; word < words; word++) {
      packed[(size_t)word * blockColumns + lane] = present ? load<uint64_t>(row + 8 * word) : 0;
    }
  }
}

template <int rows, typename Finish>
static __attribute__((noinline)) void countBlock(const uint8_t* a, size_t stride, int row0, const uint64_t* packed,
                                                 int words, int column, const Finish& finish) {
  Words counts[rows][blockVectors] = {};
  const uint8_t* left = a + (size_t)row0 * stride;
  for (int word = 0; word < words; word++) {
    Words right[blockVectors];
    for (int v = 0; v < blockVectors; v++) {
      right[v] = load<Words>(packed + (size_t)word * blockColumns + v * laneColumns);
    }
#pragma GCC unroll 6
    for (int row = 0; row < rows; row++) {
      const Words bits = load<uint64_t>(left + row * stride + 8 * (size_t)word) - Words{};
#pragma GCC unroll 4
      for (int v = 0; v < blockVectors; v++) counts[row][v] += countOnes(bits ^ right[v]);
    }
  }
  for (int row = 0; row < rows; row++) {
    int32_t sums[32];
    for (int v = 0; v < blockVectors; v++) {
      store(sums + v * laneColumns, __builtin_convertvector(counts[row][v], VectorOf<int32_t, vectorBytes / 2>::type));
    }
    finish.template row<blockColumns>(row0 + row, column, sums);
  }
}

/** All rows of signs against the packed columns from `column` on. */
template <typename Finish>
INLINE void countColumns(const uint8_t* a, size_t stride, int rows, const uint64_t* packed, int words, int column,
                         const Finish& finish) {
  int row = 0;
  for (; row + blockRows <= rows; row += blockRows) {
    countBlock<blockRows>(a, stride, row, packed, words, column, finish);
  }
  for (; row < rows; row++) countBlock<1>(a, stride, row, packed, words, column, finish);
}

#if defined(__AVX512BW__)

/** The same words of 32 columns of feature-major bits: 64 rows at a time are transposed, one byte of 8 columns each. */
INLINE void packFeatures(const uint8_t* bits, size_t stride, int k, int column, int words, uint64_t* packed) {
  for (int word = 0; word < words; word++) {
    uint8_t bytes[4][64] = {};
    const int present = k - 64 * word < 64 ? k - 64 * word : 64;
    for (int i = 0; i < present; i++) {
      const uint8_t* row = bits + (size_t)(64 * word + i) * stride + column / 8;
      for (int b = 0; b < 4; b++) bytes[b][i] = row[b];
    }
    for (int b = 0; b < 4; b++) {
      __m512i left = _mm512_loadu_si512(bytes[b]);
      for (int bit = 7; bit >= 0; bit--) {
        packed[(size_t)word * blockColumns + 8 * b + bit] = _mm512_movepi8_mask(left);
        left = _mm512_add_epi8(left, left);
      }
    }
  }
}

/** All columns of feature-major bits. */
template <typename Finish>
INLINE void countedBits(Scratch& scratch, const uint8_t* signs, size_t signStride, int n, int k, const uint8_t* bits,
                        size_t bitStride, int columns, const Finish& finish) {
  const int words = (k + 63) >> 6;
  uint64_t* packed = (uint64_t*)scratch.reserve((size_t)words * blockColumns * 8);
  if (packed == nullptr) return;
  for (int column = 0; column < columns; column += blockColumns) {
    packFeatures(bits, bitStride, k, column, words, packed);
    countColumns(signs, signStride, n, packed, words, column, finish);
  }
}

#endif
