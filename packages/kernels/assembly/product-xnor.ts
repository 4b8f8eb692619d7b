// out[R x C] = a[R x K] · b[C x K]^T over signs: K - 2 · popcount(a xor b). Padding bits are 0 in both, so they never
// differ. One row of `a` against four of `b`; byte counts are widened after 31 vectors, before a byte can overflow
// (31 · 8 = 248). Blocks of 64 rows of `b` stay in the first cache while all rows of `a` pass.

export function productXnor(a: usize, rows: i32, b: usize, columns: i32, stride: usize, k: i32, out: usize, outStride: usize): void {
  const total = i32x4.splat(k);
  for (let block = 0; block < columns; block += 64) {
    const blockEnd = min(block + 64, columns);
    for (let i = 0; i < rows; i++) {
      const left = a + <usize>i * stride;
      const target = out + <usize>i * outStride;
      for (let j = block; j < blockEnd; j += 4) {
        const last = columns - 1;
        const right0 = b + <usize>j * stride;
        const right1 = b + <usize>min(j + 1, last) * stride;
        const right2 = b + <usize>min(j + 2, last) * stride;
        const right3 = b + <usize>min(j + 3, last) * stride;
        let sum0 = i32x4.splat(0);
        let sum1 = sum0;
        let sum2 = sum0;
        let sum3 = sum0;
        for (let start: usize = 0; start < stride; start += 496) {
          const end = min(start + 496, stride);
          let count0 = i8x16.splat(0);
          let count1 = count0;
          let count2 = count0;
          let count3 = count0;
          for (let at = start; at < end; at += 16) {
            const x = v128.load(left + at);
            count0 = i8x16.add(count0, i8x16.popcnt(v128.xor(x, v128.load(right0 + at))));
            count1 = i8x16.add(count1, i8x16.popcnt(v128.xor(x, v128.load(right1 + at))));
            count2 = i8x16.add(count2, i8x16.popcnt(v128.xor(x, v128.load(right2 + at))));
            count3 = i8x16.add(count3, i8x16.popcnt(v128.xor(x, v128.load(right3 + at))));
          }
          sum0 = i32x4.add(sum0, widen(count0));
          sum1 = i32x4.add(sum1, widen(count1));
          sum2 = i32x4.add(sum2, widen(count2));
          sum3 = i32x4.add(sum3, widen(count3));
        }
        const sums = i32x4.add(
          i32x4.add(
            i32x4.shuffle(i32x4.shuffle(sum0, sum1, 0, 4, 1, 5), i32x4.shuffle(sum2, sum3, 0, 4, 1, 5), 0, 1, 4, 5),
            i32x4.shuffle(i32x4.shuffle(sum0, sum1, 0, 4, 1, 5), i32x4.shuffle(sum2, sum3, 0, 4, 1, 5), 2, 3, 6, 7),
          ),
          i32x4.add(
            i32x4.shuffle(i32x4.shuffle(sum0, sum1, 2, 6, 3, 7), i32x4.shuffle(sum2, sum3, 2, 6, 3, 7), 0, 1, 4, 5),
            i32x4.shuffle(i32x4.shuffle(sum0, sum1, 2, 6, 3, 7), i32x4.shuffle(sum2, sum3, 2, 6, 3, 7), 2, 3, 6, 7),
          ),
        );
        const dots = i32x4.sub(total, i32x4.shl(sums, 1));
        const inside = i32x4.lt_s(i32x4.add(i32x4.splat(j), i32x4(0, 1, 2, 3)), i32x4.splat(columns));
        v128.store(target + (<usize>j << 2), v128.and(dots, inside));
      }
    }
  }
}

@inline
function widen(counts: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
}
