#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// Where kernels work: the memory of one set of WebAssembly kernels, and memory of their own.

// Kernels are compiled for several processors: a function that the linker may share among them could hold instructions
// that this one lacks.
#define ALWAYS_INLINE inline __attribute__((always_inline))

/** The bytes of a WebAssembly.Memory, for the length of one call. */
struct Memory {
  uint8_t* base;
  size_t bytes;
  /** Set when an operand does not lie inside; WebAssembly would trap. The kernel then returns at once. */
  bool outside;

  /** The first of `count` rows of `width` bytes, `stride` bytes apart. */
  ALWAYS_INLINE uint8_t* rows(size_t address, int count, size_t stride, size_t width) {
    const size_t last = count > 0 ? (size_t)(count - 1) : 0;
    const bool inside = address <= bytes && width <= bytes - address &&
                        (last == 0 || stride <= (bytes - address - width) / last);
    outside = outside || !inside || count < 0;
    return base + address;
  }
};

/** Grows to the largest need and is kept between calls: fresh pages would cost more than small products. */
struct Scratch {
  uint8_t* data;
  size_t bytes;
  /** Set when there was no memory; the kernel then returns at once. */
  bool failed;

  /** Undefined content on a cache line; null where there is no memory. */
  ALWAYS_INLINE uint8_t* reserve(size_t needed) {
    if (needed <= bytes) return data;
    free(data);
    void* fresh = nullptr;
    bytes = posix_memalign(&fresh, 64, needed) == 0 ? needed : 0;
    data = bytes == 0 ? nullptr : (uint8_t*)fresh;
    failed = data == nullptr;
    return data;
  }
};
