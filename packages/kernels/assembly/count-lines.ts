/**
 * Of the first columns of each row of bits: adds the ones to `ones`, and replaces `last`, the bit before the first column, by
 * the last of them; 32-bit integers both. Returns how many bits differ from the one before.
 */
export function countLines(bits: usize, stride: usize, rows: i32, columns: i32, ones: usize, last: usize): i32 {
  let toggles: i64 = 0;
  for (let row = 0; row < rows; row++) {
    let carry = <u64>load<u32>(last);
    let count: i64 = 0;
    for (let column = 0; column < columns; column += 64) {
      const used = min(64, columns - column);
      const mask = ~(<u64>0) >> (64 - used);
      const word = load<u64>(bits + (<usize>column >> 3)) & mask;
      count += popcnt<i64>(<i64>word);
      toggles += popcnt<i64>(<i64>((word ^ ((word << 1) | carry)) & mask));
      carry = (word >> (used - 1)) & 1;
    }
    store<i32>(ones, load<i32>(ones) + <i32>count);
    store<u32>(last, <u32>carry);
    bits += stride;
    ones += 4;
    last += 4;
  }
  return <i32>toggles;
}
