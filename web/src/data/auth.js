/**
 * Who is signed in. Authorization code with PKCE at Cognito's hosted page; the session is renewed
 * by its refresh token, silently. Tokens live in localStorage, so that a phone's next visit starts
 * signed in; the Content-Security-Policy lets no foreign script near them.
 */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** @typedef {{id: string, email: string}} Person */

/** Whether somebody has signed in on this device; the session may be over. */
export const hasSession = () =>
  Object.keys(localStorage).some((key) => key.startsWith('oidc.user:'));

export class Auth {
  /** @type {import('oidc-client-ts').User | null} */
  #user = null;
  /** @type {Promise<boolean> | null} */
  #renewal = null;

  /** @param {import('./config.js').Config['auth']} settings */
  constructor(settings) {
    this.settings = settings;
    const host = settings.hosted_ui_url;
    this.manager = new UserManager({
      authority: settings.authority,
      client_id: settings.client_id,
      scope: settings.scope,
      redirect_uri: `${location.origin}/`,
      response_type: 'code',
      // Written out: Cognito's discovery document would cost a request, and names no sign-out.
      metadata: {
        issuer: settings.authority,
        authorization_endpoint: `${host}/oauth2/authorize`,
        token_endpoint: `${host}/oauth2/token`,
        revocation_endpoint: `${host}/oauth2/revoke`,
      },
      userStore: new WebStorageStateStore({ store: localStorage }),
      automaticSilentRenew: false,
      loadUserInfo: false,
    });
  }

  /**
   * Take up the session: finish a sign-in that has just come back, or read the stored one.
   *
   * @returns {Promise<Person | null>} null when nobody is signed in
   */
  async start() {
    const query = new URLSearchParams(location.search);
    if (query.has('state') && (query.has('code') || query.has('error'))) {
      try {
        this.#user = await this.manager.signinRedirectCallback();
        const state = /** @type {{address?: string} | undefined} */ (this.#user.state);
        history.replaceState(null, '', localAddress(state?.address));
        return this.person;
      } catch (error) {
        history.replaceState(null, '', '/');
        this.#user = await this.manager.getUser();
        // A reloaded or shared callback address is no failure if the session is there.
        if (!this.#user) throw error;
      }
    } else {
      this.#user = await this.manager.getUser();
    }
    return this.person;
  }

  /** @returns {Person | null} */
  get person() {
    const profile = this.#user?.profile;
    return profile ? { id: profile.sub, email: profile.email ?? '' } : null;
  }

  /**
   * A token that holds for at least a minute, renewed if need be.
   *
   * @returns {Promise<string | null>} null when the person has to sign in again
   */
  async token() {
    // Another tab may have renewed the session, ended it, or begun another person's.
    const user = await this.manager.getUser();
    if (!user || user.profile.sub !== this.person?.id) return null;
    this.#user = user;
    if ((user.expires_in ?? 0) > 60) return user.access_token;
    return (await this.renew()) ? this.#user.access_token : null;
  }

  /**
   * Get a new access token; callers at the same time share one request.
   *
   * @returns {Promise<boolean>} false when the session is over
   * @throws {TypeError} when the network is down: the session may be good still
   */
  renew() {
    this.#renewal ??= this.#renewOnce().finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  async #renewOnce() {
    if (!this.#user?.refresh_token) return false;
    try {
      const person = this.person;
      const user = await this.manager.signinSilent();
      if (!user || user.profile.sub !== person?.id) return false;
      this.#user = user;
      return true;
    } catch (error) {
      if (error instanceof TypeError || !navigator.onLine)
        throw new TypeError('offline', { cause: error });
      return false;
    }
  }

  /** Go to the hosted page, to come back to where the person is now. */
  async signIn() {
    await this.manager.signinRedirect({
      state: { address: location.pathname + location.search },
    });
  }

  /** End the session here and at Cognito. */
  async signOut() {
    // The refresh token is withdrawn where the server offers it; signing out goes on regardless.
    await this.manager.revokeTokens(['refresh_token']).catch(() => {});
    await this.manager.removeUser();
    const query = new URLSearchParams({
      client_id: this.settings.client_id,
      logout_uri: `${location.origin}/`,
    });
    location.assign(`${this.settings.hosted_ui_url}/logout?${query}`);
  }
}

/**
 * An address of this page only: the state has been to another site and back.
 *
 * @param {string | undefined} address
 */
function localAddress(address) {
  return address && /^\/(?![/\\])/.test(address) ? address : '/';
}
