import { lightStage } from './light-stage.ts';

export default lightStage(2, 'partition', 'memory');
