// `npm run check:structure`: what no compiler sees. The floors of the house, and what must not be in the repository.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { rules } from './floors.mjs';
import { missingFromLock } from './lock.mjs';
import { ROOT } from './prepare.mjs';

const LONGEST_FILE = 400;
const ROWS_PER_TITLE = 2;

/** Files of the repository, also those not yet committed. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

/** @param {string} file */
function text(file) {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return ''; // removed, not yet committed
  }
}

async function floors() {
  process.chdir(ROOT);
  const { output } = await cruise(
    ['src', 'simulators'],
    {
      validate: true,
      ruleSet: rules,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        mainFields: ['module', 'main', 'types'],
      },
    },
    undefined,
    { tsConfig: extractTSConfig('tsconfig.json') },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text instead of a result');
  const problems = output.summary.violations.map(
    ({ rule, from, to, cycle }) => `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  );
  // A cruiser that cannot read TypeScript finds nothing wrong in nothing.
  const wanted = files.filter((file) => /^src\/.*\.tsx?$/.test(file) && text(file) !== '').length;
  const cruised = output.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length;
  if (cruised !== wanted) problems.push(`dependency-cruiser saw ${cruised} modules under src, there are ${wanted}`);
  return problems;
}

function lockFile() {
  const lock = text('package-lock.json');
  const problems = missingFromLock().map(({ name }) => `package-lock.json lacks ${name}: run node tools/lock.mjs`);
  if (/"resolved": "https?:/.test(lock)) problems.push('package-lock.json names download hosts (see .npmrc)');
  return problems;
}

/** Written in parts, so that this file does not find itself. */
const FOREIGN = [
  {
    what: 'a path of one machine',
    pattern: new RegExp(`(^|[\\s'"\`(=])/(${['work', 'home', 'Users', 'root'].join('|')})/\\w`),
  },
  { what: 'a download host', pattern: new RegExp(['registry', 'npmjs', 'org'].join('\\.')) },
];

function foreign() {
  return files
    .filter((file) => /\.(m?[jt]sx?|json|md|css|sql|html|ya?ml|sh)$|^\.ci\//.test(file))
    .flatMap((file) => {
      const lines = text(file).split('\n');
      return FOREIGN.flatMap(({ what, pattern }) => {
        const line = lines.findIndex((content) => pattern.test(content));
        return line < 0 ? [] : [`${file}:${line + 1} holds ${what}`];
      });
    });
}

function longFiles() {
  return files
    .filter((file) => /\.(tsx?|mjs|css)$/.test(file))
    .flatMap((file) => {
      const lines = text(file).split('\n').length - 1;
      return lines > LONGEST_FILE ? [`${file} has ${lines} lines, more than ${LONGEST_FILE}`] : [];
    });
}

function titles() {
  return files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      [...text(file).matchAll(/\b(?:test|it|describe)(?:\.\w+)*\s*\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g)]
        .filter(([, , title]) => (title?.match(/\b[A-Z]{2}-\d{2}\b/g)?.length ?? 0) > ROWS_PER_TITLE)
        .map(([, , title]) => `${file}: a title names at most ${ROWS_PER_TITLE} rows: ${title}`),
    );
}

const problems = [...(await floors()), ...lockFile(), ...foreign(), ...longFiles(), ...titles()];
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(problems.length === 0 ? 'The structure holds.\n' : `${problems.length} problems of structure.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
