import { estimate } from '@bitfront/engine';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { planReport, planReportText } from '../summary/plan-report.ts';
import { openExecutor } from '../world/open-executor.ts';
import { pipelineArgument, pipelineFlags, planFrom } from '../world/pipeline-flags.ts';
import { findPlaces } from '../world/places.ts';

export default class Plan extends BaseCommand {
  static override summary =
    'Show what a sweep would do: points, calls per stage, sources and assumed numbers.';
  static override description =
    'Runs nothing heavy. Calls are exact where they are known beforehand, else upper bounds (≤).';
  static override examples = [
    '<%= config.bin %> plan mnist-first-front',
    '<%= config.bin %> plan study.json --set device=device-stt-mram --json',
  ];
  static override args = { pipeline: pipelineArgument };
  static override flags = { ...pipelineFlags, json: jsonFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Plan);
    const places = findPlaces();
    const plan = await planFrom(args.pipeline, flags, places);
    const { executor } = await openExecutor('inline', 1, places.pluginFolders);
    try {
      const report = planReport(plan, await estimate(plan, { executor, host: places.host }));
      if (flags.json) this.printJson(report);
      else this.print(planReportText(report));
    } finally {
      await executor.close();
    }
  }
}
