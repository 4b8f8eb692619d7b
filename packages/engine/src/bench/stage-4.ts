import { lightStage } from './light-stage.ts';

export default lightStage(4, 'evaluation', 'cost');
