/** The oldest Node that can run start.mjs and test.mjs; the program itself runs on the Node 24 that npm installs. */
export const OLDEST_NODE = 20;

/**
 * Why this version of Node cannot start us, in a sentence, or '' when it can.
 * Written so that very old versions can read it too.
 * @param {string} version like 'v18.19.0'
 */
export function nodeProblem(version) {
  var major = parseInt(String(version).replace(/^v/, ''), 10);
  if (major >= OLDEST_NODE) return '';
  return (
    'Inzage needs Node ' +
    OLDEST_NODE +
    ' or newer; this is ' +
    version +
    '. ' +
    "Install a newer Node (https://nodejs.org, or your system's packages) and try again."
  );
}
