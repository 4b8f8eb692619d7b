/** Raw functions of kernels.wasm: addresses and strides in bytes, nothing checked. See assembly/ for each. */
export interface WasmExports {
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
  /** Writes the bits of `columns` columns and no other words; thresholds are `n` 32-bit integers of any size. */
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
    scale: number,
    out: number,
    outStride: number,
  ): void;
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
  batchNormForward(
    input: number,
    output: number,
    stride: number,
    rows: number,
    columns: number,
    gamma: number,
    beta: number,
    mean: number,
    inverseStd: number,
    runningMean: number,
    runningVariance: number,
    momentum: number,
    epsilon: number,
  ): void;
  batchNormInference(
    input: number,
    output: number,
    stride: number,
    rows: number,
    columns: number,
    gamma: number,
    beta: number,
    mean: number,
    variance: number,
    epsilon: number,
  ): void;
  batchNormBackward(
    input: number,
    gradient: number,
    stride: number,
    rows: number,
    columns: number,
    gamma: number,
    beta: number,
    mean: number,
    inverseStd: number,
    gammaGradient: number,
    betaGradient: number,
    hardTanh: number,
  ): void;
  convolutionWindows(
    source: number,
    channelStride: number,
    pixelStride: number,
    sliceBytes: number,
    channels: number,
    geometry: number,
    out: number,
    outStride: number,
  ): void;
  flattenPixels(
    a: number,
    aStride: number,
    rows: number,
    pixels: number,
    sliceBytes: number,
    out: number,
    outStride: number,
  ): void;
  convolutionInputGradient(
    signs: number,
    signStride: number,
    channels: number,
    n: number,
    gradient: number,
    gradientStride: number,
    lanes: number,
    geometry: number,
    out: number,
    outStride: number,
    scratch: number,
  ): void;
  depthwiseDots: Depthwise;
  depthwiseWeightGradient: Depthwise;
  depthwiseInputGradient(
    signs: number,
    signStride: number,
    gradient: number,
    gradientStride: number,
    channels: number,
    lanes: number,
    geometry: number,
    out: number,
    outStride: number,
  ): void;
  maxPool: Pool;
  maxPoolBits: Pool;
  maxPoolBackward(
    a: number,
    aStride: number,
    channels: number,
    lanes: number,
    geometry: number,
    gradient: number,
    gradientStride: number,
    target: number,
  ): void;
  softmaxCrossEntropy(
    logits: number,
    gradient: number,
    stride: number,
    classes: number,
    columns: number,
    labels: number,
  ): number;
  argmaxColumns(a: number, stride: number, rows: number, columns: number, out: number): void;
  adam(
    weights: number,
    gradient: number,
    first: number,
    second: number,
    stride: number,
    rows: number,
    columns: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    stepSize: number,
    varianceScale: number,
    epsilon: number,
    limit: number,
    signs: number,
    signStride: number,
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

type Depthwise = (
  windows: number,
  windowStride: number,
  operand: number,
  operandStride: number,
  taps: number,
  channels: number,
  columns: number,
  out: number,
  outStride: number,
) => void;

type Pool = (
  a: number,
  aStride: number,
  channels: number,
  lanes: number,
  geometry: number,
  out: number,
  outStride: number,
) => void;

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
