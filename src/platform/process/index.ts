/** Processes: how ours start, end and tell what keeps them from it. */
export { commandOf, isAlive } from './alive';
export { fail, runService, type Service } from './child';
export { every, type Tick } from './every';
export { type Member, type Program, runToEnd, servingFlags, startMember } from './family';
export { assertPortsFree, type WantedPort } from './ports';
export { errorCode, problemText, StartProblem } from './problem';
