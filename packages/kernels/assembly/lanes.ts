// What the element-wise kernels share: the padding mask of a row, and sums over lanes in one fixed order.

/** All ones in the lanes of the columns `column … column + 3` that are not padding. */
@inline
export function inside(column: i32, columns: i32): v128 {
  return i32x4.lt_s(i32x4.add(i32x4.splat(column), i32x4(0, 1, 2, 3)), i32x4.splat(columns));
}

/** (l0 + l1) + (l2 + l3). */
@inline
export function sumLanes(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/** Ones for the bits of a word of 32 columns that are not padding. */
@inline
export function wordMask(column: i32, columns: i32): u32 {
  return columns - column >= 32 ? 0xffffffff : (<u32>1 << (columns - column)) - 1;
}

/** Floats as they are; integers as floats times `unit`. */
@inline
export function real<Z>(x: v128, unit: v128): v128 {
  return isInteger<Z>() ? f32x4.mul(f32x4.convert_i32x4_s(x), unit) : x;
}
