export { commandOf, isAlive } from './alive';
export { errorCode, problemText, StartProblem } from './problem';
