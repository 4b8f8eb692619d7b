/** Transposes, signs, thresholds and conversions; see assembly/. */
export interface LayoutExports {
  transposeReal(
    a: number,
    aStride: number,
    rows: number,
    columns: number,
    out: number,
    outStride: number,
  ): void;
  transposeBits: Transpose;
  transposeBytes: Transpose;
  signBits: ToBits;
  nonZeroBits: ToBits;
  thresholdRows: Threshold;
  thresholdColumns: Threshold;
  intToReal(a: number, out: number, bytes: number, factor: number): void;
}

type Transpose = (
  a: number,
  aStride: number,
  rows: number,
  columns: number,
  out: number,
  outStride: number,
  scratch: number,
) => void;

type ToBits = (
  a: number,
  aStride: number,
  rows: number,
  columns: number,
  out: number,
  outStride: number,
) => void;

type Threshold = (
  dots: number,
  dotStride: number,
  rows: number,
  columns: number,
  thresholds: number,
  out: number,
  outStride: number,
) => void;
