#pragma once
#include "kernels.h"
#include "lanes.h"

static void adam(Memory& memory, Scratch&, Address weightsAt, Address gradientAt, Address firstAt, Address secondAt,
                 size_t stride, int rows, int columns, float beta1, float rest1, float beta2, float rest2, float stepSize,
                 float varianceScale, float epsilon, float limit, Address signsAt, size_t signStride) {
  const size_t width = (size_t)((columns + 31) & ~31) * 4;
  uint8_t* weights = memory.rows(weightsAt, rows, stride, width);
  const uint8_t* gradient = memory.rows(gradientAt, rows, stride, width);
  uint8_t* first = memory.rows(firstAt, rows, stride, width);
  uint8_t* second = memory.rows(secondAt, rows, stride, width);
  uint8_t* signs = memory.rows(signsAt, signsAt == 0 ? 0 : rows, signStride, signsAt == 0 ? 0 : width / 32);
  if (memory.outside) return;
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column += 32) {
      const size_t block = (size_t)row * stride + (size_t)column * 4;
      for (size_t at = block; at < block + 128; at += vectorBytes) {
        const Lanes<float> g = load<Lanes<float>>(gradient + at);
        const Lanes<float> m = beta1 * load<Lanes<float>>(first + at) + rest1 * g;
        const Lanes<float> s = beta2 * load<Lanes<float>>(second + at) + rest2 * (g * g);
        const Lanes<float> divisor = squareRoot(s) * varianceScale + epsilon;
        const Lanes<float> moved = load<Lanes<float>>(weights + at) - stepSize * m / divisor;
        // The order of the comparisons lets NaN through, as pmin and pmax of WebAssembly do.
        const Lanes<float> lower = -limit - Lanes<float>{};
        const Lanes<float> upper = limit - Lanes<float>{};
        const Lanes<float> raised = moved < lower ? lower : moved;
        const Lanes<float> w = upper < raised ? upper : raised;
        store(first + at, m);
        store(second + at, s);
        store(weights + at, w);
      }
      if (signsAt == 0) continue;
      const int present = columns - column;
      const uint32_t mask = present >= 32 ? 0xffffffffu : (1u << present) - 1;
      store(signs + (size_t)row * signStride + column / 8, nonNegative((const float*)(weights + block)) & mask);
    }
  }
}
