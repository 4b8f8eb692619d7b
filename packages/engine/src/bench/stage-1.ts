import { lightStage } from './light-stage.ts';

export default lightStage(1, 'encoding', 'partition');
