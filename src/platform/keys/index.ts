/** The installation's own key material: who it is towards sign-in providers, and what seals its log and files. */
export { createKeys, type Keys, loadKeys, loadOrCreateKeys, type PrivateKey } from './keys';
