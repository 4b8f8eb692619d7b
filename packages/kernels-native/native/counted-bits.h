#pragma once
#include "grouped-words.h"
#include "small-finish.h"

// Products of signs with signs by counting the bits that differ. Columns are packed into the 64-bit lanes of registers, so
// that no sum over lanes is needed: a word of a row is compared with the same word of `vectorBytes / 8` columns at once,
// in blocks of rows and columns that keep all their counts in registers.

constexpr int blockRows = vectorBytes == 64 ? 2 : 1;

template <int rows, typename Finish>
static __attribute__((noinline)) void countBlock(const uint64_t* left, int row0, const uint64_t* packed, int words,
                                                 int column, const Finish& finish) {
  Words ones[rows][blockVectors] = {};
  Words twos[rows][blockVectors] = {};
  int word = 0;
  for (; word + 3 <= words; word += 3) {
    const uint64_t* right = packed + (size_t)word * blockColumns;
#pragma GCC unroll 4
    for (int v = 0; v < blockVectors; v++) {
      const Words first = load<Words>(right + v * laneColumns);
      const Words second = load<Words>(right + blockColumns + v * laneColumns);
      const Words parity = load<Words>(right + 2 * blockColumns + v * laneColumns);
#pragma GCC unroll 2
      for (int row = 0; row < rows; row++) {
        const uint64_t* at = left + (size_t)row * words + word;
        const Words sum = parity ^ (at[2] - Words{});
        ones[row][v] += countOnes(sum);
        twos[row][v] += countOnes(carryOf(first ^ (at[0] - Words{}), second ^ (at[1] - Words{}), sum));
      }
    }
  }
  for (; word < words; word++) {
#pragma GCC unroll 4
    for (int v = 0; v < blockVectors; v++) {
      const Words right = load<Words>(packed + (size_t)word * blockColumns + v * laneColumns);
#pragma GCC unroll 2
      for (int row = 0; row < rows; row++) {
        ones[row][v] += countOnes(right ^ (left[(size_t)row * words + word] - Words{}));
      }
    }
  }
#pragma GCC unroll 2
  for (int row = 0; row < rows; row++) {
#pragma GCC unroll 4
    for (int v = 0; v < blockVectors; v++) ones[row][v] += twos[row][v] + twos[row][v];
    finish.template counts<blockVectors>(row0 + row, column, ones[row]);
  }
}

/** All rows of grouped signs against the packed columns from `column` on. */
template <typename Finish>
INLINE void countColumns(const uint64_t* grouped, int rows, const uint64_t* packed, int words, int column,
                         const Finish& finish) {
  int row = 0;
  for (; row + blockRows <= rows; row += blockRows) {
    countBlock<blockRows>(grouped + (size_t)row * words, row, packed, words, column, finish);
  }
  for (; row < rows; row++) countBlock<1>(grouped + (size_t)row * words, row, packed, words, column, finish);
}

/** Both operands of a product in scratch memory: all rows of signs, and the words of `blockColumns` columns. */
struct Counting {
  uint64_t* grouped;
  uint64_t* packed;
};

INLINE bool reserveCounting(Scratch& scratch, const uint8_t* signs, size_t stride, int rows, int words, Counting& at) {
  const size_t columnBytes = (size_t)words * blockColumns * 8;
  uint8_t* memory = scratch.reserve(columnBytes + (size_t)rows * words * 8);
  if (memory == nullptr) return false;
  at = {(uint64_t*)(memory + columnBytes), (uint64_t*)memory};
  groupRows(signs, stride, rows, words, at.grouped);
  return true;
}
