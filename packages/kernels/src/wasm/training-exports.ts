/** Batch norm, loss and Adam; see assembly/. */
export interface TrainingExports {
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
  softmaxCrossEntropy(
    logits: number,
    gradient: number,
    stride: number,
    classes: number,
    columns: number,
    labels: number,
    examples: number,
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
