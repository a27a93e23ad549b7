export { addPeriod } from '../../model/index.ts';
