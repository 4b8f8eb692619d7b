#pragma once
#include "memory.h"
#include "sign-tables.h"

// Products of signs with small numbers. A source makes the 16 sums of 4 rows of numbers; the sums that a few words of
// signs select fit its narrow integers, and are then added to wide ones. Both are exact. A finish writes the result.

/** So many rows of signs share the tables of one word, and their sums stay in the second cache. */
constexpr int tileRows = 1024;

struct Sums {
  uint8_t* tables;
  uint8_t* narrow;
  uint8_t* wide;
  SignWords signs;
};

template <typename Source>
INLINE bool reserveSums(Scratch& scratch, const uint8_t* signs, size_t signStride, int n, int k, Sums& sums) {
  constexpr size_t wideSums = wideBytes / sizeof(typename Source::Narrow) * sizeof(typename Source::Wide);
  uint8_t* at = scratch.reserve(tableBytes + tileRows * (wideBytes + wideSums) + SignWords::bytesOf(n, k));
  if (at == nullptr) return false;
  sums = {at, at + tableBytes, at + tableBytes + tileRows * wideBytes, {}};
  sums.signs = packSigns(signs, signStride, n, k, sums.wide + tileRows * wideSums);
  return true;
}

template <typename Narrow, typename Wide, int bytes>
INLINE void addWord(const uint32_t* signs, int rows, const Sums& sums, bool first, bool last, bool firstWide) {
  Wide* wide = (Wide*)sums.wide;
  if (last && first) {
    addRowsWide<Narrow, Wide, bytes, true>(signs, rows, sums.narrow, wide, firstWide, sums.tables);
  } else if (last) {
    addRowsWide<Narrow, Wide, bytes, false>(signs, rows, sums.narrow, wide, firstWide, sums.tables);
  } else if (first) {
    addRows<Narrow, bytes, true>(signs, rows, sums.narrow, bytes, sums.narrow, bytes, sums.tables);
  } else {
    addRows<Narrow, bytes, false>(signs, rows, sums.narrow, bytes, sums.narrow, bytes, sums.tables);
  }
}

template <int bytes, typename Source, typename Finish>
INLINE void smallSlice(const Source& source, const Sums& sums, int n, int k, int column, const Finish& finish) {
  typedef typename Source::Narrow Narrow;
  typedef typename Source::Wide Wide;
  constexpr int lanes = bytes / (int)sizeof(Narrow);
  const Wide* wide = (const Wide*)sums.wide;
  const int words = (k + 31) >> 5;
  for (int row0 = 0; row0 < n; row0 += tileRows) {
    const int rows = n - row0 < tileRows ? n - row0 : tileRows;
    for (int word = 0; word < words; word++) {
      for (int group = 0; group < 8; group++) {
        source.template table<bytes>(32 * word + 4 * group, k, column, sums.tables + group * 16 * bytes);
      }
      const uint32_t* signs = sums.signs.words + word * sums.signs.stride + row0;
      const bool first = word % Source::wordsPerSum == 0;
      const bool last = word % Source::wordsPerSum == Source::wordsPerSum - 1 || word == words - 1;
      addWord<Narrow, Wide, bytes>(signs, rows, sums, first, last, word < Source::wordsPerSum);
    }
    for (int row = 0; row < rows; row++) finish.template row<lanes>(row0 + row, column, wide + row * lanes);
  }
}

/** All columns; rows of numbers are readable up to a multiple of `Source::block` lanes. */
template <typename Source, typename Finish>
INLINE void smallProduct(const Source& source, const Sums& sums, int n, int k, int columns, const Finish& finish) {
  constexpr int narrowLanes = narrowBytes / (int)sizeof(typename Source::Narrow);
  constexpr int wideLanes = wideBytes / (int)sizeof(typename Source::Narrow);
  const int padded = (columns + Source::block - 1) / Source::block * Source::block;
  int column = 0;
  for (; column + wideLanes <= padded; column += wideLanes) {
    smallSlice<wideBytes>(source, sums, n, k, column, finish);
  }
  for (; column + narrowLanes <= padded; column += narrowLanes) {
    smallSlice<narrowBytes>(source, sums, n, k, column, finish);
  }
  if (Source::block < narrowLanes && column < padded) smallSlice<64>(source, sums, n, k, column, finish);
}
