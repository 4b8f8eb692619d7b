/** An axis of a curve. */
export interface CurveAxis {
  /** As in `Presentations`. */
  readonly title: string;
  /** `1` for a pure number, else it stands behind the title. */
  readonly unit: string;
  readonly scale: 'linear' | 'logarithmic';
}

/** What a picture of curves shows. */
export interface CurvePlot {
  readonly title: string;
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  /** One colour and shape each; points are joined in the order of x. */
  readonly series: readonly CurveSeries[];
}

export interface CurveSeries {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
