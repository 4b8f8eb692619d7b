// Geometry of a convolution, as twelve 32-bit integers that the caller writes (src/operations/geometry.ts).

@inline
export function inputHeight(geometry: usize): i32 {
  return load<i32>(geometry, 0);
}

@inline
export function inputWidth(geometry: usize): i32 {
  return load<i32>(geometry, 4);
}

@inline
export function kernelHeight(geometry: usize): i32 {
  return load<i32>(geometry, 8);
}

@inline
export function kernelWidth(geometry: usize): i32 {
  return load<i32>(geometry, 12);
}

@inline
export function strideDown(geometry: usize): i32 {
  return load<i32>(geometry, 16);
}

@inline
export function strideAcross(geometry: usize): i32 {
  return load<i32>(geometry, 20);
}

@inline
export function paddingDown(geometry: usize): i32 {
  return load<i32>(geometry, 24);
}

@inline
export function paddingAcross(geometry: usize): i32 {
  return load<i32>(geometry, 28);
}

/** Rows of positions. */
@inline
export function positionsDown(geometry: usize): i32 {
  return load<i32>(geometry, 32);
}

/** Positions of a row. */
@inline
export function positionsAcross(geometry: usize): i32 {
  return load<i32>(geometry, 36);
}

/** The input pixel that tap (ky, kx) of the window at position (y, x) sees, or -1 in the padding. */
@inline
export function seenPixel(geometry: usize, y: i32, x: i32, ky: i32, kx: i32): i32 {
  const row = y * strideDown(geometry) + ky - paddingDown(geometry);
  const column = x * strideAcross(geometry) + kx - paddingAcross(geometry);
  const height = inputHeight(geometry);
  const width = inputWidth(geometry);
  return row < 0 || row >= height || column < 0 || column >= width ? -1 : row * width + column;
}
