/** Settings: read once from the environment, checked, and passed on as a value. */
export { type Config, loadConfig, type Mode } from './config';
export {
  clockFile,
  type DatabaseLogin,
  databaseUrl,
  organisationOrigin,
  type SignInProvider,
  signInProvider,
} from './lookups';
export { loadSecrets, type Secrets } from './secrets';
