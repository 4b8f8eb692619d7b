import { lightStage } from './light-stage.ts';

export default lightStage(3, 'memory', 'evaluation');
