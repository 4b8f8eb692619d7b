#pragma once
#include "kernels.h"
#include "lanes.h"

// Products with real numbers on both sides, 32 columns at a time, added over k in order, one product after the other.
// Zeros of the left side are left out: their products are zeros, which change no sum. A slice of `b` is packed first,
// since its rows may all fall into few sets of the cache. Two rows are summed up at a time: the additions of one row
// wait for each other.

constexpr int sliceVectors = 128 / vectorBytes;

/** One non-zero number of a row: where its packed row of `b` lies, counted from some base, and its value. */
struct Entry {
  uint32_t at;
  float value;
};

struct Slice {
  Lanes<float> lanes[sliceVectors];

  ALWAYS_INLINE void add(const uint8_t* row, float value) {
#pragma GCC unroll 8
    for (int v = 0; v < sliceVectors; v++) lanes[v] += value * load<Lanes<float>>(row + v * vectorBytes);
  }
  ALWAYS_INLINE void read(const uint8_t* out) {
    for (int v = 0; v < sliceVectors; v++) lanes[v] = load<Lanes<float>>(out + v * vectorBytes);
  }
  ALWAYS_INLINE void write(uint8_t* out) const {
    for (int v = 0; v < sliceVectors; v++) store(out + v * vectorBytes, lanes[v]);
  }
  ALWAYS_INLINE void scale(float factor) {
    for (int v = 0; v < sliceVectors; v++) lanes[v] = lanes[v] * factor;
  }
};

INLINE void packSlice(const uint8_t* b, size_t bStride, int k, uint8_t* packed) {
  for (int i = 0; i < k; i++) __builtin_memcpy(packed + (size_t)i * 128, b + (size_t)i * bStride, 128);
}

/** Sums of two lists, each ended by an entry at 0. */
INLINE void sumTwo(const Entry* list0, const Entry* list1, const uint8_t* base, Slice& sum0, Slice& sum1) {
  for (; list0->at != 0 && list1->at != 0; list0++, list1++) {
    sum0.add(base + list0->at, list0->value);
    sum1.add(base + list1->at, list1->value);
  }
  for (; list0->at != 0; list0++) sum0.add(base + list0->at, list0->value);
  for (; list1->at != 0; list1++) sum1.add(base + list1->at, list1->value);
}

/** Sums of whole lists, onto 0 where `first`, else onto what `out` holds, and times `scale`. */
template <bool scaled>
INLINE void sumLists(const uint8_t* lists, size_t listStride, int rows, const uint8_t* base, bool first, float scale,
                     uint8_t* out, size_t outStride) {
  const Entry none = {0, 0};
  for (int row = 0; row < rows; row += 2) {
    const bool both = row + 1 < rows;
    const uint8_t* list = lists + (size_t)row * listStride;
    uint8_t* out0 = out + (size_t)row * outStride;
    uint8_t* out1 = both ? out0 + outStride : out0;
    Slice sum0 = {};
    Slice sum1 = {};
    if (!first) sum0.read(out0), sum1.read(out1);
    sumTwo((const Entry*)list, both ? (const Entry*)(list + listStride) : &none, base, sum0, sum1);
    if (scaled) sum0.scale(scale), sum1.scale(scale);
    sum0.write(out0);
    if (both) sum1.write(out1);
  }
}

/** `lists` are those of listCounts: addresses of packed rows in WebAssembly's memory. */
static void productLists(Memory& memory, Scratch&, Address listsAt, int rows, int k, Address bAt, size_t bStride,
                         Address packedAt, int first, float scale, Address outAt, size_t outStride) {
  const size_t listStride = (size_t)k * 8 + 8;
  const uint8_t* lists = memory.rows(listsAt, rows, listStride, listStride);
  const uint8_t* b = memory.rows(bAt, k, bStride, 128);
  uint8_t* packed = memory.rows(packedAt, k, 128, 128);
  uint8_t* out = memory.rows(outAt, rows, outStride, 128);
  if (memory.outside) return;
  packSlice(b, bStride, k, packed);
  sumLists<true>(lists, listStride, rows, memory.base, first != 0, scale, out, outStride);
}

/** Writes the non-zero numbers of a row; their packed rows start 128 bytes behind the base, so that 0 ends a list. */
INLINE void listNonZeros(const uint8_t* row, int k, Entry* list) {
  for (int i = 0; i < k; i++) {
    const float value = load<float>(row + 4 * (size_t)i);
    *list = {(uint32_t)(i + 1) * 128, value};
    list += value != 0;
  }
  list->at = 0;
}

static void productReal(Memory& memory, Scratch& scratch, Address aAt, size_t aStride, int rows, int k, Address bAt,
                        size_t bStride, Address outAt, size_t outStride, int slices, Address) {
  constexpr int block = 64;
  const size_t listStride = (size_t)k * 8 + 8;
  const uint8_t* a = memory.rows(aAt, rows, aStride, (size_t)k * 4);
  const uint8_t* b = memory.rows(bAt, k, bStride, (size_t)slices * 128);
  uint8_t* out = memory.rows(outAt, rows, outStride, (size_t)slices * 128);
  if (memory.outside) return;
  uint8_t* base = scratch.reserve(((size_t)k + 1) * 128 + block * listStride);
  if (base == nullptr) return;
  uint8_t* lists = base + ((size_t)k + 1) * 128;
  for (int row0 = 0; row0 < rows; row0 += block) {
    const int present = rows - row0 < block ? rows - row0 : block;
    for (int row = 0; row < present; row++) {
      listNonZeros(a + (size_t)(row0 + row) * aStride, k, (Entry*)(lists + row * listStride));
    }
    for (int slice = 0; slice < slices; slice++) {
      packSlice(b + (size_t)slice * 128, bStride, k, base + 128);
      uint8_t* to = out + (size_t)row0 * outStride + (size_t)slice * 128;
      sumLists<false>(lists, listStride, present, base, true, 1, to, outStride);
    }
  }
}
