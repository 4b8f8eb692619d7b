import { describeExecutor } from '@bitfront/testkit';
import executor from './plugin.ts';

describeExecutor(executor);
