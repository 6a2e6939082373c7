import { nodeProblem } from './tools/node-version.mjs';

// Nothing here may be newer than an old Node can read: it has to get as far as saying that it is too old.
const problem = nodeProblem(process.version);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  void import('./tools/start.mjs').then((start) => start.main(process.argv.slice(2)));
}
