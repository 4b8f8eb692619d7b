/** Converts whole vectors and multiplies by `factor`; `bytes` covers all rows with their padding. */
export function intToReal(a: usize, out: usize, bytes: usize, factor: f32): void {
  const scale = f32x4.splat(factor);
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(out + at, f32x4.mul(f32x4.convert_i32x4_s(v128.load(a + at)), scale));
  }
}
