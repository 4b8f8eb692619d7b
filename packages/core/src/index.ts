export type { Artifacts, ArtifactKind, Row } from './artifacts/artifacts.ts';
export type { CellConductance, KnownConductance } from './artifacts/cell-conductance.ts';
export { type Correction, noCorrection, type WordCircuit } from './artifacts/correction.ts';
export type { CrossbarMapping, LayerMapping, Placement, SumParts } from './artifacts/crossbar-mapping.ts';
export type { Dataset, DatasetDescription, Examples } from './artifacts/dataset.ts';
export type {
  Encoding,
  FixedPointInput,
  InferenceView,
  StochasticInput,
  TrainingView,
} from './artifacts/encoding.ts';
export type { GeneratorSource, IdealSource, RandomSource } from './artifacts/random-source.ts';
export type { Activity, Evaluation, LayerActivity } from './artifacts/evaluation.ts';
export type { HardwareCost } from './artifacts/hardware-cost.ts';
export type { FlipProbabilities, Memory, MemoryCell, MemoryRead, MemoryWrite } from './artifacts/memory.ts';
export type {
  Architecture,
  BatchNorm,
  DenseShape,
  EpochLog,
  FloatNetwork,
  LayerShape,
  Network,
  OutputAffine,
  PackedBits,
} from './artifacts/network.ts';
export type { LayerPartition, Partition } from './artifacts/partition.ts';
export { canonical } from './content/canonical.ts';
export { contentHash, textHash } from './content/content-hash.ts';
export { share } from './content/share.ts';
export { type CallOptions, defineExecutor, type Executor, type ExecutorPlugin } from './executor/executor.ts';
export type { CallFailure, CallOutcome, CallSuccess, Failure, StageCall } from './executor/stage-call.ts';
export { checkParameters } from './parameters/check-parameters.ts';
export { choice } from './parameters/choice.ts';
export { flag } from './parameters/flag.ts';
export { integer } from './parameters/integer.ts';
export { listOf } from './parameters/list-of.ts';
export type {
  Evidence,
  GivenParameters,
  Parameter,
  ParameterSchema,
  ParametersOf,
  ParameterValue,
  Provenance,
} from './parameters/parameter.ts';
export { quantity } from './parameters/quantity.ts';
export { text } from './parameters/text.ts';
export {
  type Axis,
  interval,
  type ListAxis,
  linear,
  list,
  logarithmic,
  paired,
  powersOfTwo,
  type RangeAxis,
} from './pipeline/axis.ts';
export { type PipelineBuilder, pipeline } from './pipeline/pipeline.ts';
export type { ChoiceData, Objective, PipelineData, SlotData } from './pipeline/pipeline-data.ts';
export type { Point, PointChoice, Space } from './pipeline/space.ts';
export { type Choice, use } from './pipeline/use.ts';
export {
  type AnySampler,
  defineSampler,
  type Sampler,
  type SamplerRun,
  type Told,
} from './sampler/sampler.ts';
export { bareServices } from './stage/bare-services.ts';
export type { Checkpoint } from './stage/checkpoint.ts';
export type { Host, StageContext } from './stage/context.ts';
export { type Device, defineDevice, deviceColumns } from './stage/define-device.ts';
export { defineStage } from './stage/define-stage.ts';
export type { InputHash, Services } from './stage/services.ts';
export type { Source } from './stage/source.ts';
export type { AnyStage, Column, InputOf, Needs, Stage, Upstream } from './stage/stage.ts';
export type { ThreadMemo } from './stage/thread-memo.ts';
