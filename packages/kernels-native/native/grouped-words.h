#pragma once
#include "lanes.h"

// Words of 64 bits in groups of three, of which the third is replaced by the parity of all three. A full adder then costs
// less than it saves: with s the parity of x1, x2, x3, the carry is that of x1, x2 and s alone, and the parity of
// a xor b is the parity of a xor the parity of b. Counting the ones of parities and carries takes 8 operations where
// counting those of three words takes 9, and 2 popcounts instead of 3. One or two words that are left stay as they are.

typedef Lanes<uint64_t> Words;

constexpr int laneColumns = vectorBytes / 8;
constexpr int blockVectors = 4;
constexpr int blockColumns = laneColumns * blockVectors;

/** The majority of x1, x2 and x3 where `sum` is their parity: x1 where x1 and x2 agree, else not `sum`. */
INLINE Words carryOf(Words x1, Words x2, Words sum) {
#if defined(__AVX512BW__)
  return (Words)_mm512_ternarylogic_epi64((__m512i)x1, (__m512i)x2, (__m512i)sum, 0xd4);
#else
  return x1 ^ ((x1 ^ x2) & ~(x1 ^ sum));
#endif
}

/** `width` words at a time: words `count` of them, `width` apart. */
INLINE void groupWords(uint64_t* words, int count, int width) {
  for (int word = 2; word < count; word += 3) {
    uint64_t* at = words + (size_t)word * width;
    for (int lane = 0; lane < width; lane++) at[lane] ^= at[lane - width] ^ at[lane - 2 * width];
  }
}

/** Rows of bits, one after the other. */
INLINE void groupRows(const uint8_t* bits, size_t stride, int rows, int words, uint64_t* grouped) {
  for (int row = 0; row < rows; row++) {
    uint64_t* to = grouped + (size_t)row * words;
    __builtin_memcpy(to, bits + (size_t)row * stride, (size_t)words * 8);
    groupWords(to, words, 1);
  }
}

/** `blockColumns` rows of b as columns, word by word; rows beyond `columns` are 0. */
INLINE void packRows(const uint8_t* b, size_t stride, int column, int columns, int words, uint64_t* packed) {
  for (int lane = 0; lane < blockColumns; lane++) {
    const bool present = column + lane < columns;
    const uint8_t* row = b + (size_t)(column + lane) * stride;
    for (int word = 0; word < words; word++) {
      packed[(size_t)word * blockColumns + lane] = present ? load<uint64_t>(row + 8 * word) : 0;
    }
  }
  groupWords(packed, words, blockColumns);
}

#if defined(__AVX512BW__)

/** Bytes of 16 rows of 4, turned so that the 16 first bytes come first, then the second ones. */
INLINE __m512i byColumn(__m512i rows) {
  const __m512i inLane = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
  const __m512i acrossLanes = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
  return _mm512_permutexvar_epi32(acrossLanes, _mm512_shuffle_epi8(rows, inLane));
}

/** The same words of 32 columns of feature-major bits: 64 rows at a time are transposed, one byte of 8 columns each. */
INLINE void packFeatures(const uint8_t* bits, size_t stride, int k, int column, int words, uint64_t* packed) {
  for (int word = 0; word < words; word++) {
    uint32_t rows[64];
    const int present = k - 64 * word < 64 ? k - 64 * word : 64;
    const uint8_t* from = bits + (size_t)64 * word * stride + column / 8;
    for (int i = 0; i < present; i++) rows[i] = load<uint32_t>(from + i * stride);
    for (int i = present; i < 64; i++) rows[i] = 0;
    __m512i parts[4];
    for (int part = 0; part < 4; part++) parts[part] = byColumn(_mm512_loadu_si512(rows + 16 * part));
    const __m512i low01 = _mm512_shuffle_i32x4(parts[0], parts[1], 0x44);
    const __m512i low23 = _mm512_shuffle_i32x4(parts[2], parts[3], 0x44);
    const __m512i high01 = _mm512_shuffle_i32x4(parts[0], parts[1], 0xee);
    const __m512i high23 = _mm512_shuffle_i32x4(parts[2], parts[3], 0xee);
    __m512i bytes[4] = {_mm512_shuffle_i32x4(low01, low23, 0x88), _mm512_shuffle_i32x4(low01, low23, 0xdd),
                        _mm512_shuffle_i32x4(high01, high23, 0x88), _mm512_shuffle_i32x4(high01, high23, 0xdd)};
    uint64_t* to = packed + (size_t)word * blockColumns;
    for (int bit = 7; bit >= 0; bit--) {
      for (int b = 0; b < 4; b++) {
        to[8 * b + bit] = _mm512_movepi8_mask(bytes[b]);
        bytes[b] = _mm512_add_epi8(bytes[b], bytes[b]);
      }
    }
  }
  groupWords(packed, words, blockColumns);
}

#endif
