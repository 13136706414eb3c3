/**
 * A person's second factor, which Cognito's own page asks for and does not offer to set up. Only
 * the second factor's dialog loads this.
 *
 * It fetches itself, as api.js does for the app's API, since Cognito's API is another one: a `POST`
 * for everything, the token in the body, and errors by name with status 400.
 */
import { SignedOutError, UnreachableError } from './api.js';

/** @typedef {import('./api.js').Session} Session */

/** The six digits are not those that the authenticator shows now. */
export class WrongCodeError extends Error {}

const SERVICE = 'AWSCognitoIdentityProviderService';
const TIMEOUT_MS = 20_000;
const TOTP = 'SOFTWARE_TOKEN_MFA';

/** Errors of Cognito's that say that the code is wrong, by `__type`. */
const WRONG_CODE = new Set(['CodeMismatchException', 'EnableSoftwareTokenMFAException']);

/** Those that pass: too many requests, or too many wrong codes. */
const BUSY = new Set([
  'InternalErrorException',
  'LimitExceededException',
  'TooManyRequestsException',
  'TooManyFailedAttemptsException',
]);

export class SecondFactor {
  /** Whether Cognito has taken a code for the latest secret. */
  #verified = false;

  /**
   * @param {string} cognitoUrl
   * @param {Session} session its access token holds the scope aws.cognito.signin.user.admin
   * @param {{fetch?: typeof fetch}} [options] replaced in tests
   */
  constructor(cognitoUrl, session, { fetch: send = (...args) => fetch(...args) } = {}) {
    this.cognitoUrl = cognitoUrl;
    this.session = session;
    this.send = send;
  }

  /** @returns {Promise<boolean>} whether signing in asks for it */
  async isOn() {
    const { UserMFASettingList: factors } = await this.#call('GetUser', {});
    return (factors ?? []).includes(TOTP);
  }

  /**
   * Begin to set it up; what was set up before holds until a code of the new one is confirmed.
   *
   * @returns {Promise<string>} the secret, in base32
   */
  async begin() {
    this.#verified = false;
    const { SecretCode: secret } = await this.#call('AssociateSoftwareToken', {});
    return secret;
  }

  /**
   * End setting it up: from now on, signing in asks for it.
   *
   * @param {string} code six digits
   * @throws {WrongCodeError}
   */
  async confirm(code) {
    // A code is good once: where only what follows has failed, it is not sent again.
    if (!this.#verified) {
      const { Status: status } = await this.#call('VerifySoftwareToken', { UserCode: code });
      if (status !== 'SUCCESS') throw new WrongCodeError();
      this.#verified = true;
    }
    await this.#prefer({ Enabled: true, PreferredMfa: true });
  }

  /** Sign in by password alone again. */
  async turnOff() {
    await this.#prefer({ Enabled: false, PreferredMfa: false });
  }

  /** @param {{Enabled: boolean, PreferredMfa: boolean}} settings */
  async #prefer(settings) {
    await this.#call('SetUserMFAPreference', { SoftwareTokenMfaSettings: settings });
  }

  /**
   * @param {string} operation @param {object} parameters
   * @returns {Promise<any>}
   */
  async #call(operation, parameters) {
    const first = await this.#attempt(operation, parameters);
    if (first.type !== 'NotAuthorizedException') return answerOf(first);
    if (!(await this.#renew())) throw new SignedOutError();
    return answerOf(await this.#attempt(operation, parameters));
  }

  /**
   * @param {string} operation @param {object} parameters
   * @returns {Promise<{status: number, type: string, body: any}>} its error's name, if it is one
   */
  async #attempt(operation, parameters) {
    let response, body;
    try {
      const token = await this.session.token();
      if (token === null) throw new SignedOutError();
      response = await this.send(`${this.cognitoUrl}/`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `${SERVICE}.${operation}`,
        },
        body: JSON.stringify({ AccessToken: token, ...parameters }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      body = await response.json();
    } catch (error) {
      if (error instanceof SignedOutError) throw error;
      throw new UnreachableError('no answer', { cause: error });
    }
    // "namespace#Name" or "Name:address", by the protocol's history (AWS JSON 1.1).
    const type = response.ok ? '' : String(body?.__type ?? '').replace(/^.*#|:.*$/g, '');
    return { status: response.status, type, body };
  }

  async #renew() {
    try {
      return await this.session.renew();
    } catch (error) {
      throw new UnreachableError('no answer', { cause: error });
    }
  }
}

/** @param {{status: number, type: string, body: any}} attempt */
function answerOf({ status, type, body }) {
  if (status < 300) return body;
  if (type === 'NotAuthorizedException') throw new SignedOutError();
  if (WRONG_CODE.has(type)) throw new WrongCodeError();
  if (BUSY.has(type) || status >= 500) throw new UnreachableError('busy');
  throw new Error(body?.message ?? body?.Message ?? `HTTP ${status}`);
}
