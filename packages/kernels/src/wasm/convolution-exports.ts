/** Convolutions and pooling; `geometry` is written by src/convolution/geometry.ts. */
export interface ConvolutionExports {
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
}

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
