/** A line of positions cut into pieces; what one direction of a sub-image is. */
export interface CutLine {
  readonly pieces: number;
  /** Positions of the first piece, which is full, and pixels that it sees. */
  readonly positions: number;
  readonly pixels: number;
  /** Pixels that all pieces see together, those of overlaps as often as they are seen. */
  readonly pixelsOfAll: number;
}

/** ⌈length / most⌉ pieces; one of n positions sees stride · (n − 1) + kernel pixels. */
export function cutLine(length: number, most: number, kernel: number, stride: number): CutLine {
  const pieces = Math.ceil(length / most);
  const positions = Math.min(most, length);
  return {
    pieces,
    positions,
    pixels: stride * (positions - 1) + kernel,
    pixelsOfAll: stride * (length - pieces) + pieces * kernel,
  };
}
