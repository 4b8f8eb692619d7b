import { lightStage } from './light-stage.ts';

export default lightStage(0, undefined, 'encoding');
