// 128 x 128 bits in place, at 16 bytes per row: seven rounds of swaps between rows i and i + d, two rounds at a time.

export function transposeTile(rows: usize): void {
  for (let i: usize = 0; i < 512; i += 16) {
    const at = rows + i;
    const a = v128.load(at);
    const b = v128.load(at, 512);
    const c = v128.load(at, 1024);
    const d = v128.load(at, 1536);
    // Row i meets row i + 64 in halves of 64 bits, and row i + 32 in those of 32.
    const ac = i64x2.shuffle(a, c, 0, 2);
    const ca = i64x2.shuffle(a, c, 1, 3);
    const bd = i64x2.shuffle(b, d, 0, 2);
    const db = i64x2.shuffle(b, d, 1, 3);
    v128.store(at, i32x4.shuffle(ac, bd, 0, 4, 2, 6));
    v128.store(at, i32x4.shuffle(ac, bd, 1, 5, 3, 7), 512);
    v128.store(at, i32x4.shuffle(ca, db, 0, 4, 2, 6), 1024);
    v128.store(at, i32x4.shuffle(ca, db, 1, 5, 3, 7), 1536);
  }
  swapTwice(rows, 16, 0x0000ffff, 0x00ff00ff);
  swapTwice(rows, 4, 0x0f0f0f0f, 0x33333333);
  const mask = i32x4.splat(0x55555555);
  for (let at = rows; at < rows + 2048; at += 32) {
    const x = v128.load(at, 0);
    const y = v128.load(at, 16);
    const turn = v128.and(v128.xor(i32x4.shr_u(x, 1), y), mask);
    v128.store(at, v128.xor(x, i32x4.shl(turn, 1)), 0);
    v128.store(at, v128.xor(y, turn), 16);
  }
}

/** Swaps at `distance`, a constant, and at half of it. */
@inline
function swapTwice(rows: usize, distance: i32, far: i32, near: i32): void {
  const farMask = i32x4.splat(far);
  const nearMask = i32x4.splat(near);
  const half = distance >> 1;
  const step = <usize>distance << 4;
  for (let base = rows; base < rows + 2048; base += step << 1) {
    for (let at = base; at < base + (step >> 1); at += 16) {
      let a = v128.load(at);
      let b = v128.load(at + (step >> 1));
      let c = v128.load(at + step);
      let d = v128.load(at + step + (step >> 1));
      let turn = v128.and(v128.xor(i32x4.shr_u(a, distance), c), farMask);
      a = v128.xor(a, i32x4.shl(turn, distance));
      c = v128.xor(c, turn);
      turn = v128.and(v128.xor(i32x4.shr_u(b, distance), d), farMask);
      b = v128.xor(b, i32x4.shl(turn, distance));
      d = v128.xor(d, turn);
      turn = v128.and(v128.xor(i32x4.shr_u(a, half), b), nearMask);
      v128.store(at, v128.xor(a, i32x4.shl(turn, half)));
      v128.store(at + (step >> 1), v128.xor(b, turn));
      turn = v128.and(v128.xor(i32x4.shr_u(c, half), d), nearMask);
      v128.store(at + step, v128.xor(c, i32x4.shl(turn, half)));
      v128.store(at + step + (step >> 1), v128.xor(d, turn));
    }
  }
}
