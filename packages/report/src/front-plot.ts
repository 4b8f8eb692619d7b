/** One axis: a column of points.csv as it is written beside the plot. */
export interface PlotAxis {
  readonly column: string;
  /** As in `Area`. */
  readonly title: string;
  /** Of the values: `µm²`; `1` for a fraction, which is shown in percent. */
  readonly unit: string;
  /** One value per point, all finite. */
  readonly values: Float64Array;
}

/** What a front plot shows: points in columns, so that a million of them are cheap to pass. */
export interface FrontPlot {
  readonly title: string;
  /** The common vertical axis. */
  readonly y: PlotAxis;
  /** One panel each. */
  readonly x: readonly PlotAxis[];
  /** What colours and shapes stand for, such as `device`. */
  readonly by: string;
  /** Names of the groups, in the order of the legend. */
  readonly groupNames: readonly string[];
  /** Index into `groupNames`, one per point. */
  readonly groups: Int32Array;
  /** Points on the front, by number. */
  readonly front: Uint32Array;
}
