// The floors of the house as rules for dependency-cruiser: imports only point down, rooms meet through their faces.

/** From the ground up. What is not named is a room; files directly under src are the roof. */
const BELOW_ROOMS = [['platform'], ['ui', 'organisations'], ['people'], ['access'], ['house'], ['zib']];
const ABOVE_ROOMS = [['home', 'search', 'worklist', 'fhir', 'practice'], ['commands']];

const below = BELOW_ROOMS.flat();
const above = ABOVE_ROOMS.flat();
const TEST = '\\.test(-support)?\\.tsx?$|^src/.*/test-support/';

/** @param {string[]} names */
const folders = (names) => `^src/(${names.join('|')})/`;
const room = `^src/(?!(?:${[...below, ...above].join('|')})/)[^/]+/`;
const roof = '^src/[^/]+\\.tsx?$';

/** No file of a floor imports from a floor above it. */
const floors = [...BELOW_ROOMS.map(folders), room, ...ABOVE_ROOMS.map(folders)].flatMap((from, floor, all) => {
  const higher = [...all.slice(floor + 1), roof];
  return higher.map((to, index) => ({
    name: `floor-${floor}-does-not-look-up-${index + 1}`,
    comment:
      'Imports only point down: platform, ui and organisations, people, access, house, zib, rooms, home and the like, app.',
    severity: 'error',
    // Commands are put together like the program itself.
    from: { path: from, pathNot: `${TEST}|^src/commands/` },
    to: { path: to },
  }));
});

export const rules = {
  forbidden: [
    ...floors,
    {
      name: 'rooms-meet-at-the-door',
      comment: 'From another room only its face may be imported: its index.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: `^src/platform/|${TEST}` },
      to: { path: '^src/[^/]+/.+', pathNot: '^src/$1/|^src/[^/]+/index\\.tsx?$|^src/(platform|ui|organisations)/' },
    },
    {
      name: 'platform-parts-meet-at-the-door',
      comment: 'From another part of the platform only its index.ts may be imported.',
      severity: 'error',
      from: { path: '^src/platform/([^/]+)/', pathNot: TEST },
      to: { path: '^src/platform/[^/]+/.+', pathNot: '^src/platform/$1/|^src/platform/[^/]+/index\\.tsx?$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-simulator-in-the-product',
      comment: 'What stands in for the outside world is reached over the network, as the real thing.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: '^(simulators|tests|bench)/' },
    },
    {
      name: 'no-development-package-in-the-product',
      comment: 'What the program needs while it runs stands under dependencies.',
      severity: 'error',
      from: { path: '^(src|simulators)/', pathNot: `${TEST}` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-that-is-not-there',
      severity: 'error',
      from: { path: '^(src|simulators)/' },
      to: { couldNotResolve: true, pathNot: '\\?(raw|url)$' },
    },
  ],
};
