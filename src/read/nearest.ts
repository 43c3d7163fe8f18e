export { didYouMean, nearest } from '../book/nearest.ts';
