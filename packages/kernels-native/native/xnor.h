#pragma once
#include "counted-bits.h"
#include "kernels.h"

/** out[R x C] = a[R x K] · b[C x K]^T over signs: K - 2 · popcount(a xor b). */
static void productXnor(Memory& memory, Scratch& scratch, Address aAt, int rows, Address bAt, int columns, size_t stride,
                        int k, Address outAt, size_t outStride) {
  const uint8_t* a = memory.rows(aAt, rows, stride, stride);
  const uint8_t* b = memory.rows(bAt, columns, stride, stride);
  const Dots dots = {memory.rows(outAt, rows, outStride, outStride), outStride, columns, k, -2};
  const int words = (k + 63) >> 6;
  if (memory.outside) return;
  uint64_t* packed = (uint64_t*)scratch.reserve((size_t)words * blockColumns * 8);
  if (packed == nullptr) return;
  for (int column = 0; column < columns; column += blockColumns) {
    packRows(b, stride, column, columns, words, packed);
    countColumns(a, stride, rows, packed, words, column, dots);
  }
}
