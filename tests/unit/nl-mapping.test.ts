import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the mapping to NL Design System is what the installed packages give', () => {
  expect(() => execFileSync(process.execPath, ['tools/nl-mapping.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
});
