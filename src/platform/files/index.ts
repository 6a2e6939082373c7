/** Files in the database. */
export { openFile, sealFile } from './seal';
