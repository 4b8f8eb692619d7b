import { bitfrontError } from '@bitfront/errors';
import { checker } from '../check.ts';
import type { KernelContext } from '../kernel-context.ts';
import type { F32Matrix, I32Matrix } from '../matrix.ts';

/** Mean over the M columns of -log softmax(logits)[label]; gradient = (softmax - onehot) / M. */
export interface SoftmaxCrossEntropy {
  /** `classes x M`. */
  readonly logits: F32Matrix;
  /** Class of each image, `1 x M`; a label that is no class is KERNEL_LABEL_INVALID. */
  readonly labels: I32Matrix;
  /** `classes x M`, written; may be `logits`. */
  readonly gradient: F32Matrix;
}

export function softmaxCrossEntropy({ arena, wasm }: KernelContext, step: SoftmaxCrossEntropy): number {
  const { logits, labels, gradient } = step;
  const check = checker('softmaxCrossEntropy', arena);
  const { rows: classes, columns, stride } = logits;
  check.shape('logits', logits, classes, columns);
  check.shape('labels', labels, 1, columns);
  check.shape('gradient', gradient, classes, columns);
  labels.row(0).forEach((label, image) => {
    if (label < 0 || label >= classes) throw bitfrontError('KERNEL_LABEL_INVALID', { image, label, classes });
  });
  const sum = wasm.softmaxCrossEntropy(
    logits.byteOffset,
    gradient.byteOffset,
    stride * 4,
    classes,
    columns,
    labels.byteOffset,
  );
  return sum / columns;
}

export function argmaxColumns({ arena, wasm }: KernelContext, a: F32Matrix, out: I32Matrix): void {
  const check = checker('argmaxColumns', arena);
  check.shape('a', a, a.rows, a.columns);
  check.shape('out', out, 1, a.columns);
  wasm.argmaxColumns(a.byteOffset, a.stride * 4, a.rows, a.columns, out.byteOffset);
}
