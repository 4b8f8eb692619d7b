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
  Counting at;
  if (memory.outside || !reserveCounting(scratch, a, stride, rows, words, at)) return;
  for (int column = 0; column < columns; column += blockColumns) {
    packRows(b, stride, column, columns, words, at.packed);
    countColumns(at.grouped, rows, at.packed, words, column, dots);
  }
}
