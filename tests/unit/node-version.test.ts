import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const file = pathToFileURL(join(root, 'tools/node-version.mjs')).href;
const { nodeProblem } = (await import(file)) as { nodeProblem(version: string): string };

test.each(['v0.12.18', 'v16.20.2', 'v18.20.4', 'v19.9.0'])(
  'Node %s is too old, and a sentence says what to do',
  (version) => {
    expect(nodeProblem(version)).toContain(`this is ${version}. Install a newer Node`);
  },
);

test.each(['v20.0.0', 'v22.11.0', 'v24.21.0', 'v100.0.0'])('Node %s can start us', (version) => {
  expect(nodeProblem(version)).toBe('');
});

test('what an old Node reads before the check holds nothing that it cannot read', () => {
  for (const name of ['start.mjs', 'test.mjs', 'tools/node-version.mjs']) {
    const text = readFileSync(join(root, name), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
    // Optional chaining, `??`, private fields, top-level await and `node:` came after the versions that must be told.
    expect(text, name).not.toMatch(/\?\.|\?\?|\bawait\b|\basync\b|'node:|#\w+\(/);
  }
});
