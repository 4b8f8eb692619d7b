#pragma once
#include "lanes.h"

// What becomes of the sums of one row of signs over some columns.

/** Dots as 32-bit integers: `base + factor · sum`, in whole blocks of 32 lanes; padding becomes 0. */
struct Dots {
  uint8_t* out;
  size_t outStride;
  int columns;
  int32_t base;
  int32_t factor;

  template <int lanes, typename Wide>
  ALWAYS_INLINE void row(int row, int column, const Wide* sums) const {
    constexpr int step = vectorBytes / 4;
    typedef typename VectorOf<Wide, step * (int)sizeof(Wide)>::type Part;
    int32_t* to = (int32_t*)(out + (size_t)row * outStride) + column;
    const int room = (int)(outStride / 4) - column;
    const int present = columns - column;
    for (int at = 0; at < (lanes < room ? lanes : room); at += step) {
      const Lanes<int32_t> sum = __builtin_convertvector(load<Part>(sums + at), Lanes<int32_t>);
      store(to + at, base + factor * sum);
    }
    for (int at = present; at < (lanes < room ? lanes : room); at++) to[at] = 0;
  }

  /** The same for counts in registers. */
  template <int vectors>
  ALWAYS_INLINE void counts(int at, int column, const Lanes<uint64_t> (&counts)[vectors]) const {
    constexpr int lanes = vectorBytes / 8;
    int32_t sums[32];
#pragma GCC unroll 4
    for (int v = 0; v < vectors; v++) {
      store(sums + v * lanes, __builtin_convertvector(counts[v], VectorOf<int32_t, vectorBytes / 2>::type));
    }
    row<vectors * lanes>(at, column, sums);
  }
};

/** Bits: whether `base + factor · sum` reaches the row's threshold. Words without columns are left alone. */
struct Reached {
  uint8_t* out;
  size_t outStride;
  int columns;
  const uint8_t* thresholds;
  int32_t base;
  /** 1, or -2 for sums of differing bits. */
  int32_t factor;

  template <int lanes, typename Wide>
  ALWAYS_INLINE void row(int row, int column, const Wide* sums) const {
    const int64_t threshold = load<int32_t>(thresholds + 4 * (size_t)row);
    // sum >= threshold is not (sum <= threshold - 1); base - 2 · sum >= threshold is sum <= (base - threshold) / 2.
    const bool falling = factor < 0;
    const Wide limit = nearest<Wide>(falling ? (base - threshold) >> 1 : threshold - 1);
    uint8_t* to = out + (size_t)row * outStride + column / 8;
    for (int at = 0; at < lanes && column + at < columns; at += 32) {
      const uint32_t below = atMost(sums + at, limit);
      const int present = columns - column - at;
      const uint32_t mask = present >= 32 ? 0xffffffffu : (1u << present) - 1;
      store(to + at / 8, (falling ? below : ~below) & mask);
    }
  }

  /** The same for counts in registers. */
  template <int vectors>
  ALWAYS_INLINE void counts(int row, int column, const Lanes<uint64_t> (&counts)[vectors]) const {
    const int64_t limit = ((int64_t)base - load<int32_t>(thresholds + 4 * (size_t)row)) >> 1;
    uint32_t below = 0;
#pragma GCC unroll 4
    for (int v = 0; v < vectors; v++) below |= atMost(counts[v], limit) << (v * vectorBytes / 8);
    const int present = columns - column;
    const uint32_t mask = present >= 32 ? 0xffffffffu : (1u << present) - 1;
    store(out + (size_t)row * outStride + column / 8, below & mask);
  }

  /** Sums never reach the ends of their range, so that a limit beyond them may be moved there. */
  template <typename Wide>
  static ALWAYS_INLINE Wide nearest(int64_t limit) {
    constexpr int64_t top = ((int64_t)1 << (8 * sizeof(Wide) - 1)) - 1;
    return (Wide)(limit > top ? top : limit < -top - 1 ? -top - 1 : limit);
  }
};
