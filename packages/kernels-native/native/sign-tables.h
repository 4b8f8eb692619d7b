#pragma once
#include "lanes.h"

// Lookup tables of signed sums, as in packages/kernels/assembly/sign-tables.ts: 4 rows of numbers have 16 sums; one load
// and one addition then do 4 multiply-adds in every lane. Here the tables of one word of signs (32 rows of K) are kept
// at a time, with entries as wide as the first cache allows.

/** Bytes of an entry in the body of a row; the rest of a row is done 128 bytes at a time. */
constexpr int wideBytes = vectorBytes == 64 ? 256 : 128;
constexpr int narrowBytes = 128;
constexpr size_t tableBytes = 8 * 16 * wideBytes;

/** Signs by word: word w of row r is at w · stride + r, so that one word of all rows is read in order. */
struct SignWords {
  uint32_t* words;
  /** Not a power of two: such words would all fall into one set of the cache. */
  size_t stride;

  static size_t strideOf(int n) { return (size_t)((n + 15) & ~15) + 16; }
  static size_t bytesOf(int n, int k) { return strideOf(n) * (size_t)((k + 31) >> 5) * 4; }
};

INLINE SignWords packSigns(const uint8_t* signs, size_t signStride, int n, int k, uint8_t* at) {
  const SignWords packed = {(uint32_t*)at, SignWords::strideOf(n)};
  const int words = (k + 31) >> 5;
  for (int row = 0; row < n; row++) {
    for (int word = 0; word < words; word++) {
      packed.words[(size_t)word * packed.stride + row] = load<uint32_t>(signs + (size_t)row * signStride + 4 * word);
    }
  }
  return packed;
}

/** The entries that one word of signs selects, added onto `bytes` of sums, nibbles in order. */
template <typename T, int bytes>
INLINE void addEntries(Lanes<T> (&sums)[bytes / vectorBytes], uint32_t word, const uint8_t* tables) {
  constexpr int shift = bytes == 256 ? 8 : bytes == 128 ? 7 : 6;
  constexpr uint32_t mask = 15u << shift;
#pragma GCC unroll 8
  for (int group = 0; group < 8; group++) {
    const int at = 4 * group;
    const uint8_t* entry = tables + (at <= shift ? word << (shift - at) & mask : word >> (at - shift) & mask);
    // One register as address: with two, load and addition are two operations for the processor's front end.
    __asm__("" : "+r"(entry));
#pragma GCC unroll 8
    for (int v = 0; v < bytes / vectorBytes; v++) {
      sums[v] += load<Lanes<T>>(entry + group * 16 * bytes + v * vectorBytes);
    }
  }
}

/** One word of each row onto the row's sums in `from`, or onto 0 where `first`; written to `to`, which may be `from`. */
template <typename T, int bytes, bool first>
static __attribute__((noinline)) void addRows(const uint32_t* words, int n, const uint8_t* from, size_t fromStride,
                                              uint8_t* to, size_t toStride, const uint8_t* tables) {
  constexpr int vectors = bytes / vectorBytes;
  for (int row = 0; row < n; row++) {
    Lanes<T> sums[vectors];
    for (int v = 0; v < vectors; v++) sums[v] = first ? Lanes<T>{} : load<Lanes<T>>(from + v * vectorBytes);
    addEntries<T, bytes>(sums, words[row], tables);
    for (int v = 0; v < vectors; v++) store(to + v * vectorBytes, sums[v]);
    from += fromStride;
    to += toStride;
  }
}

/** The same for the last word whose sums fit T: they are added to the wide ones, or start them where `firstWide`. */
template <typename T, typename Wide, int bytes, bool first>
static __attribute__((noinline)) void addRowsWide(const uint32_t* words, int n, const uint8_t* from, Wide* wide,
                                                  bool firstWide, const uint8_t* tables) {
  constexpr int vectors = bytes / vectorBytes;
  constexpr int parts = (int)(sizeof(Wide) / sizeof(T));
  constexpr int step = vectorBytes / (int)sizeof(Wide);
  typedef typename VectorOf<T, step * (int)sizeof(T)>::type Part;
  for (int row = 0; row < n; row++) {
    Lanes<T> sums[vectors];
    for (int v = 0; v < vectors; v++) sums[v] = first ? Lanes<T>{} : load<Lanes<T>>(from + v * vectorBytes);
    addEntries<T, bytes>(sums, words[row], tables);
    for (int v = 0; v < vectors; v++) {
      Part part[parts];
      __builtin_memcpy(part, &sums[v], vectorBytes);
      for (int i = 0; i < parts; i++) {
        Wide* at = wide + (v * parts + i) * step;
        const Lanes<Wide> sum = __builtin_convertvector(part[i], Lanes<Wide>);
        store(at, firstWide ? sum : load<Lanes<Wide>>(at) + sum);
      }
    }
    from += bytes;
    wide += bytes / (int)sizeof(T);
  }
}

/** Writes one vector of all 16 sums of 4 rows: entry i is the sum whose term r is positive where bit r of i is set. */
template <int bytes, typename V>
INLINE void storeSums(V a0, V a1, V a2, V a3, uint8_t* table) {
  const V p = a0 + a1, q = a0 - a1, r = a2 + a3, s = a2 - a3;
  const V half[8] = {p + s, s - q, q + s, p - s, r - p, q + r, r - q, p + r};
  const int entries[8] = {7, 6, 5, 11, 12, 13, 14, 15};
#pragma GCC unroll 8
  for (int i = 0; i < 8; i++) {
    // The complement of an entry is its negative: rounding is symmetric.
    store(table + entries[i] * bytes, half[i]);
    store(table + (15 - entries[i]) * bytes, -half[i]);
  }
}

/** The 16 counts of differing bits of 4 rows of bits, given as bytes of 0 or 1. */
template <int bytes, typename V>
INLINE void storeCounts(V a0, V a1, V a2, V a3, uint8_t* table) {
  const V b0 = 1 - a0, b1 = 1 - a1, b2 = 1 - a2, b3 = 1 - a3;
  const V low[4] = {a0 + a1, b0 + a1, a0 + b1, b0 + b1};
  const V high[4] = {a2 + a3, b2 + a3, a2 + b3, b2 + b3};
#pragma GCC unroll 16
  for (int i = 0; i < 16; i++) store(table + i * bytes, low[i & 3] + high[i >> 2]);
}
