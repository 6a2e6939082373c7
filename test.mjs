import { nodeProblem } from './tools/node-version.mjs';

// As start.mjs: readable by a Node that is too old, to say so.
const problem = nodeProblem(process.version);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  void import('./tools/test.mjs').then((test) => test.main(process.argv[2] || 'test'));
}
