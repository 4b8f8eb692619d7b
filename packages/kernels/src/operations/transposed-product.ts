import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import { type BitMatrix, type F32Matrix, laneBlock } from '../matrix.ts';

export function productRealSignTransposed(
  context: KernelContext,
  signs: BitMatrix,
  real: F32Matrix,
  out: F32Matrix,
): void {
  const { arena, wasm, native } = context;
  const check = checker('productRealSignTransposed', arena);
  const { rows: n, columns: k, wordsPerRow } = signs;
  check.shape('signs', signs, n, k);
  check.shape('real', real, real.rows, k);
  check.shape('out', out, n, real.rows);
  check.separate('out', out, real);
  if (native) {
    productOfTranspose(context, signs, real, out);
    return;
  }
  // A row of zeros, a transposed block, and the table offsets of its 256 rows.
  wasm.productRealSignTransposed(
    signs.byteOffset,
    wordsPerRow * 4,
    n,
    k,
    real.byteOffset,
    real.stride * 4,
    real.rows,
    out.byteOffset,
    out.stride * 4,
    arena.scratch(128 + 256 * 128 + n * 128),
  );
}

/** The native product takes rows as they are. */
function productOfTranspose(
  { arena, wasm }: KernelContext,
  signs: BitMatrix,
  real: F32Matrix,
  out: F32Matrix,
): void {
  const { rows: n, columns: k, wordsPerRow } = signs;
  const stride = out.stride * 4;
  const transposed = arena.scratch(k * stride);
  // Padding lanes; where there are none, everything is overwritten.
  if (real.rows % laneBlock !== 0) arena.integersAt(transposed, k * out.stride).fill(0);
  wasm.transposeReal(real.byteOffset, real.stride * 4, real.rows, k, transposed, stride);
  const [from, to] = [signs.byteOffset, out.byteOffset];
  wasm.productRealSign(
    from,
    wordsPerRow * 4,
    n,
    k,
    transposed,
    stride,
    to,
    stride,
    out.stride / laneBlock,
    0,
  );
}
