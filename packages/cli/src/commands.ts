import Bench from './commands/bench.ts';
import CacheInfo from './commands/cache-info.ts';
import CachePrune from './commands/cache-prune.ts';
import DatasetFetch from './commands/dataset-fetch.ts';
import DatasetInfo from './commands/dataset-info.ts';
import DatasetVerify from './commands/dataset-verify.ts';
import Explain from './commands/explain.ts';
import Front from './commands/front.ts';
import List from './commands/list.ts';
import NewPlugin from './commands/new-plugin.ts';
import Plan from './commands/plan.ts';
import Reproduce from './commands/reproduce.ts';
import Run from './commands/run.ts';
import Sweep from './commands/sweep.ts';
import ZooList from './commands/zoo-list.ts';
import ZooTrain from './commands/zoo-train.ts';

/** Every command by its words, `:` for the space between them. */
export const commands = {
  sweep: Sweep,
  plan: Plan,
  run: Run,
  front: Front,
  explain: Explain,
  list: List,
  'dataset:fetch': DatasetFetch,
  'dataset:verify': DatasetVerify,
  'dataset:info': DatasetInfo,
  'cache:info': CacheInfo,
  'cache:prune': CachePrune,
  'zoo:list': ZooList,
  'zoo:train': ZooTrain,
  'new-plugin': NewPlugin,
  reproduce: Reproduce,
  bench: Bench,
};
