/** Products: addresses and strides in bytes, nothing checked. See assembly/ for each. */
export interface ProductExports {
  productRealSign: ProductSign;
  productIntSign: ProductSign;
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
    deltas: number,
    deltaStride: number,
    thresholds: number,
    all: number,
    out: number,
    changed: number,
    outStride: number,
    scratch: number,
  ): number;
  narrowInts(a: number, aStride: number, rows: number, out: number, outStride: number): void;
  changeDeltas(
    changed: number,
    before: number,
    stride: number,
    images: number,
    weights: number,
    weightStride: number,
    slices: number,
    out: number,
    first: number,
    scratch: number,
  ): number;
  toggleBits(a: number, b: number, bytes: number): void;
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
