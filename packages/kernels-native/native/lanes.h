#pragma once
#include <stddef.h>
#include <stdint.h>
#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// Vectors of the widest register of the processor that this is compiled for, and the few primitives that the compiler's
// vector arithmetic does not have. Only these differ between processors.

#define INLINE static inline __attribute__((always_inline))

#if defined(__AVX512BW__)
constexpr int vectorBytes = 64;
#elif defined(__AVX2__)
constexpr int vectorBytes = 32;
#else
constexpr int vectorBytes = 16;
#endif

template <typename T, int bytes = vectorBytes>
struct VectorOf {
  typedef T type __attribute__((vector_size(bytes)));
};
template <typename T>
using Lanes = typename VectorOf<T>::type;

template <typename V>
INLINE V load(const void* at) {
  V value;
  __builtin_memcpy(&value, at, sizeof(V));
  return value;
}

template <typename V>
INLINE void store(void* at, V value) {
  __builtin_memcpy(at, &value, sizeof(V));
}

#if defined(__AVX512BW__)

/** The bits of 64 columns as bytes of 0 or 1. */
INLINE Lanes<uint8_t> spread(const uint8_t* bits) {
  return (Lanes<uint8_t>)_mm512_maskz_set1_epi8(load<uint64_t>(bits), 1);
}

/** Bit c is set where number c of 32 is at most the limit. */
INLINE uint32_t atMost(const int16_t* numbers, int16_t limit) {
  return _mm512_cmple_epi16_mask(_mm512_loadu_si512(numbers), _mm512_set1_epi16(limit));
}
INLINE uint32_t atMost(const int32_t* numbers, int32_t limit) {
  const __m512i limits = _mm512_set1_epi32(limit);
  return (uint32_t)_mm512_cmple_epi32_mask(_mm512_loadu_si512(numbers), limits) |
         (uint32_t)_mm512_cmple_epi32_mask(_mm512_loadu_si512(numbers + 16), limits) << 16;
}

/** Bit c is set where count c is at most the limit. */
INLINE uint32_t atMost(Lanes<uint64_t> counts, int64_t limit) {
  return _mm512_cmple_epi64_mask((__m512i)counts, _mm512_set1_epi64(limit));
}

/** Bit c is set where number c of 32 is at least 0. */
INLINE uint32_t nonNegative(const float* numbers) {
  const __m512 zero = _mm512_setzero_ps();
  return (uint32_t)_mm512_cmp_ps_mask(_mm512_loadu_ps(numbers), zero, _CMP_GE_OQ) |
         (uint32_t)_mm512_cmp_ps_mask(_mm512_loadu_ps(numbers + 16), zero, _CMP_GE_OQ) << 16;
}

INLINE Lanes<float> squareRoot(Lanes<float> x) { return (Lanes<float>)_mm512_sqrt_ps((__m512)x); }

/** The number of ones of each 64 bits. */
INLINE Lanes<uint64_t> countOnes(Lanes<uint64_t> x) {
#if defined(__AVX512VPOPCNTDQ__)
  return (Lanes<uint64_t>)_mm512_popcnt_epi64((__m512i)x);
#else
  const __m512i ones = _mm512_broadcast_i32x4(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
  const __m512i low = _mm512_set1_epi8(15);
  const __m512i bytes =
      _mm512_add_epi8(_mm512_shuffle_epi8(ones, _mm512_and_si512((__m512i)x, low)),
                      _mm512_shuffle_epi8(ones, _mm512_and_si512(_mm512_srli_epi16((__m512i)x, 4), low)));
  return (Lanes<uint64_t>)_mm512_sad_epu8(bytes, _mm512_setzero_si512());
#endif
}

#elif defined(__AVX2__)

INLINE Lanes<uint8_t> spread(const uint8_t* bits) {
  const __m256i which = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3,
                                         3, 3, 3, 3, 3);
  const __m256i masks = _mm256_set1_epi64x((int64_t)0x8040201008040201);
  const __m256i bytes = _mm256_shuffle_epi8(_mm256_set1_epi32((int)load<uint32_t>(bits)), which);
  return (Lanes<uint8_t>)_mm256_and_si256(_mm256_cmpeq_epi8(_mm256_and_si256(bytes, masks), masks),
                                          _mm256_set1_epi8(1));
}

INLINE uint32_t atMost(const int16_t* numbers, int16_t limit) {
  const __m256i limits = _mm256_set1_epi16(limit);
  const __m256i more0 = _mm256_cmpgt_epi16(load<__m256i>(numbers), limits);
  const __m256i more1 = _mm256_cmpgt_epi16(load<__m256i>(numbers + 16), limits);
  const __m256i bytes = _mm256_permute4x64_epi64(_mm256_packs_epi16(more0, more1), 0xd8);
  return ~(uint32_t)_mm256_movemask_epi8(bytes);
}
INLINE uint32_t atMost(const int32_t* numbers, int32_t limit) {
  const __m256i limits = _mm256_set1_epi32(limit);
  uint32_t more = 0;
  for (int v = 0; v < 4; v++) {
    const __m256i mask = _mm256_cmpgt_epi32(load<__m256i>(numbers + 8 * v), limits);
    more |= (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(mask)) << (8 * v);
  }
  return ~more;
}

INLINE uint32_t nonNegative(const float* numbers) {
  uint32_t word = 0;
  for (int v = 0; v < 4; v++) {
    const __m256 mask = _mm256_cmp_ps(_mm256_loadu_ps(numbers + 8 * v), _mm256_setzero_ps(), _CMP_GE_OQ);
    word |= (uint32_t)_mm256_movemask_ps(mask) << (8 * v);
  }
  return word;
}

INLINE Lanes<float> squareRoot(Lanes<float> x) { return (Lanes<float>)_mm256_sqrt_ps((__m256)x); }

INLINE Lanes<uint64_t> countOnes(Lanes<uint64_t> x) {
  const __m256i ones = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4));
  const __m256i low = _mm256_set1_epi8(15);
  const __m256i bytes =
      _mm256_add_epi8(_mm256_shuffle_epi8(ones, _mm256_and_si256((__m256i)x, low)),
                      _mm256_shuffle_epi8(ones, _mm256_and_si256(_mm256_srli_epi16((__m256i)x, 4), low)));
  return (Lanes<uint64_t>)_mm256_sad_epu8(bytes, _mm256_setzero_si256());
}

#elif defined(__aarch64__)

INLINE Lanes<uint8_t> spread(const uint8_t* bits) {
  const uint8x16_t masks = vreinterpretq_u8_u64(vdupq_n_u64(0x8040201008040201));
  const uint8x16_t bytes = vcombine_u8(vdup_n_u8(bits[0]), vdup_n_u8(bits[1]));
  return (Lanes<uint8_t>)vandq_u8(vtstq_u8(bytes, masks), vdupq_n_u8(1));
}

INLINE uint32_t atMost(const int16_t* numbers, int16_t limit) {
  const uint16_t weights[8] = {1, 2, 4, 8, 16, 32, 64, 128};
  uint32_t word = 0;
  for (int v = 0; v < 4; v++) {
    const uint16x8_t mask = vcleq_s16(vld1q_s16(numbers + 8 * v), vdupq_n_s16(limit));
    word |= (uint32_t)vaddvq_u16(vandq_u16(mask, vld1q_u16(weights))) << (8 * v);
  }
  return word;
}
INLINE uint32_t fourBits(uint32x4_t mask) {
  const uint32_t weights[4] = {1, 2, 4, 8};
  return vaddvq_u32(vandq_u32(mask, vld1q_u32(weights)));
}
INLINE uint32_t atMost(const int32_t* numbers, int32_t limit) {
  uint32_t word = 0;
  for (int v = 0; v < 8; v++) {
    word |= fourBits(vcleq_s32(vld1q_s32(numbers + 4 * v), vdupq_n_s32(limit))) << (4 * v);
  }
  return word;
}

INLINE uint32_t nonNegative(const float* numbers) {
  uint32_t word = 0;
  for (int v = 0; v < 8; v++) word |= fourBits(vcgezq_f32(vld1q_f32(numbers + 4 * v))) << (4 * v);
  return word;
}

INLINE Lanes<float> squareRoot(Lanes<float> x) { return (Lanes<float>)vsqrtq_f32((float32x4_t)x); }

INLINE Lanes<uint64_t> countOnes(Lanes<uint64_t> x) {
  return (Lanes<uint64_t>)vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(vcntq_u8((uint8x16_t)x))));
}

#endif
