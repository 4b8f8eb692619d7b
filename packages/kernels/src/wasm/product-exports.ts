/** Products: addresses and strides in bytes, nothing checked. See assembly/ for each. */
export interface ProductExports {
  productRealSign: ProductSign;
  productIntSign: ProductSign;
  productRealSignTransposed(
    signs: number,
    signStride: number,
    n: number,
    k: number,
    a: number,
    aStride: number,
    m: number,
    out: number,
    outStride: number,
    scratch: number,
  ): void;
  productXnor(
    a: number,
    rows: number,
    b: number,
    columns: number,
    stride: number,
    k: number,
    out: number,
    outStride: number,
  ): void;
  productReal(
    a: number,
    aStride: number,
    rows: number,
    k: number,
    b: number,
    bStride: number,
    out: number,
    outStride: number,
    slices: number,
    scratch: number,
  ): void;
  productCountSign(
    signs: number,
    signStride: number,
    n: number,
    k: number,
    counts: number,
    countStride: number,
    top: number,
    out: number,
    outStride: number,
    columns: number,
    scratch: number,
  ): void;
  productSmallIntSign(
    signs: number,
    signStride: number,
    n: number,
    k: number,
    ints: number,
    intStride: number,
    out: number,
    outStride: number,
    scratch: number,
  ): void;
  largestInt(a: number, bytes: number): number;
  moveDots(
    dots: number,
    dotStride: number,
    wide: number,
    n: number,
    columns: number,
    starts: number,
    flips: number,
    input: number,
    inputStride: number,
    counts: number,
    top: number,
    thresholds: number,
    all: number,
    out: number,
    changed: number,
    outStride: number,
    scratch: number,
  ): number;
  narrowInts(a: number, aStride: number, rows: number, out: number, outStride: number): void;
  /** `all` is 0 or 1; `changed` and `weights` may be 0. */
  moveMargins(
    margins: number,
    stride: number,
    planes: number,
    n: number,
    columns: number,
    starts: number,
    flips: number,
    input: number,
    inputStride: number,
    k: number,
    changed: number,
    weights: number,
    weightStride: number,
    all: number,
    out: number,
    difference: number,
    outStride: number,
    scratch: number,
  ): number;
  sliceMargins(
    dots: number,
    dotStride: number,
    n: number,
    k: number,
    columns: number,
    thresholds: number,
    out: number,
    stride: number,
    planes: number,
    scratch: number,
  ): void;
  countLines(bits: number, stride: number, rows: number, columns: number, ones: number, last: number): number;
  replaceBits(a: number, b: number, difference: number, bytes: number): number;
  productBitSign(
    signs: number,
    signStride: number,
    n: number,
    k: number,
    bits: number,
    bitStride: number,
    out: number,
    outStride: number,
    columns: number,
    scratch: number,
  ): void;
  /** Writes the words of `columns` columns only; thresholds are `n` 32-bit integers of any size. */
  thresholdedBitSign(
    signs: number,
    signStride: number,
    n: number,
    k: number,
    bits: number,
    bitStride: number,
    thresholds: number,
    out: number,
    outStride: number,
    columns: number,
    scratch: number,
  ): void;
  thresholdedCountSign(
    signs: number,
    signStride: number,
    n: number,
    k: number,
    counts: number,
    countStride: number,
    top: number,
    thresholds: number,
    out: number,
    outStride: number,
    columns: number,
    scratch: number,
  ): void;
  listCounts(
    counts: number,
    countStride: number,
    rows: number,
    k: number,
    packed: number,
    lists: number,
  ): void;
  productLists(
    lists: number,
    rows: number,
    k: number,
    b: number,
    bStride: number,
    packed: number,
    first: boolean,
    scale: number,
    out: number,
    outStride: number,
  ): void;
}

type ProductSign = (
  signs: number,
  signStride: number,
  n: number,
  k: number,
  a: number,
  aStride: number,
  out: number,
  outStride: number,
  slices: number,
  scratch: number,
) => void;
