import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { type SignInFailure, type SignInFailureCode, signInFailure } from './assertion';

/** What a provider's error code in the browser's answer means for the person. Codes we do not know are `failed`. */
const answers: Record<string, SignInFailureCode> = {
  CANCELLED: 'cancelled',
  access_denied: 'cancelled',
  unmet_authentication_requirements: 'level-too-low',
  temporarily_unavailable: 'unavailable',
};

/** Codes of openid-client that mean: the provider gives no usable answer at all. */
const silent = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/**
 * Turns whatever openid-client throws into a failure. The reason is built from codes only: messages and causes of
 * these errors can carry claims or what a browser sent along.
 */
export function failureOf(error: unknown): SignInFailure {
  if (error instanceof AuthorizationResponseError) {
    return signInFailure(answers[error.error] ?? 'failed', `the provider answered ${plainCode(error.error)}`);
  }
  if (error instanceof ResponseBodyError) {
    const code = error.error === 'invalid_grant' ? 'expired' : error.status >= 500 ? 'unavailable' : 'failed';
    return signInFailure(code, `the token endpoint answered ${plainCode(error.error)}`);
  }
  if (error instanceof ClientError && error.code) {
    return signInFailure(silent.includes(error.code) ? 'unavailable' : 'failed', error.code);
  }
  if (error instanceof TypeError && error.message === 'fetch failed') {
    return signInFailure('unavailable', 'no connection to the provider');
  }
  return signInFailure('failed', error instanceof Error ? error.name : 'unknown');
}

function plainCode(code: string): string {
  return /^[A-Za-z_]{1,60}$/.test(code) ? code : 'an error of its own';
}
