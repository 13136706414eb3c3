/**
 * Who is signed in. Authorization code with PKCE at Cognito's hosted page; the session is renewed
 * by its refresh token, silently. Tokens live in localStorage, so that a phone's next visit starts
 * signed in; the Content-Security-Policy lets no foreign script near them. The library is loaded when
 * it is needed: a session that goes on needs what it stored, and no more.
 */

/**
 * @typedef {{id: string, email: string}} Person
 * @typedef {Pick<import('oidc-client-ts').User, 'access_token' | 'refresh_token' | 'expires_at'> &
 *   {profile: {sub: string, email?: string}}} Session as the library stores it
 */

import { forgetKeys } from './leaving.js';
import { STORED } from './stored-session.js';

/** Somebody left without a network, and Cognito takes whoever comes next for them: `due`, then `asked`. */
const LOGOUT = 'expense-tracker.logout';
/** A sign-in that gets no answer until then says so. */
const PATIENCE_MS = 10_000;

export class Auth {
  /** @type {Session | null} */
  #user = null;
  /** @type {Promise<import('oidc-client-ts').UserManager> | null} */
  #manager = null;
  /** @type {Promise<boolean> | null} */
  #renewal = null;

  /** @param {import('./config.js').Config} config read again at each use: the server may say another */
  constructor(config) {
    this.config = config;
  }

  get settings() {
    return this.config.auth;
  }

  /** @returns {Promise<import('oidc-client-ts').UserManager>} @throws {TypeError} where its code does not come */
  #library() {
    this.#manager ??= this.#loadLibrary().catch((error) => {
      this.#manager = null;
      throw error;
    });
    return this.#manager;
  }

  async #loadLibrary() {
    const { settings } = this;
    const { UserManager, WebStorageStateStore } = await import('oidc-client-ts');
    const host = settings.hosted_ui_url;
    return new UserManager({
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
        const user = await (await this.#library()).signinRedirectCallback();
        this.#user = user;
        const state = /** @type {{address?: string} | undefined} */ (user.state);
        history.replaceState(null, '', localAddress(state?.address));
        return this.person;
      } catch (error) {
        history.replaceState(null, '', '/');
        this.#user = this.#stored();
        // A reloaded or shared callback address is no failure if the session is there.
        if (!this.#user) throw error;
      }
    } else {
      this.#user = this.#stored();
      if (!this.#user) await this.#goOn();
    }
    return this.person;
  }

  /** To the sign-in, where somebody who asked for it has first been to Cognito's sign-out. */
  async #goOn() {
    if (localStorage.getItem(LOGOUT) !== 'asked') return;
    // Not led here by Cognito, which may not have heard of it.
    if (wentBack()) return this.endLater();
    localStorage.removeItem(LOGOUT);
    await this.signIn().catch(() => {});
  }

  /** The session of this device, whichever tab it is from. @returns {Session | null} */
  #stored() {
    const { authority, client_id } = this.settings;
    const stored = localStorage.getItem(`${STORED}${authority}:${client_id}`);
    try {
      const session = JSON.parse(stored ?? 'null');
      return session?.profile?.sub ? session : null;
    } catch {
      return null;
    }
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
    const user = this.#stored();
    if (!user || user.profile.sub !== this.person?.id) return null;
    this.#user = user;
    if ((user.expires_at ?? 0) - Date.now() / 1000 > 60) return user.access_token;
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
      const user = await (await this.#library()).signinSilent();
      // Given up meanwhile, and now stored again.
      if (!this.#user) forgetSession();
      if (!this.#user || user?.profile.sub !== person?.id) return false;
      this.#user = user;
      return true;
    } catch (error) {
      if (error instanceof TypeError || !navigator.onLine)
        throw new TypeError('offline', { cause: error });
      return false;
    }
  }

  /**
   * Go to the hosted page, to come back to where the person is now.
   *
   * @throws {Error} where it cannot be reached
   */
  async signIn() {
    if (localStorage.getItem(LOGOUT)) {
      // A page that does not load leaves nothing to go on from. Its own address leads back to this page,
      // which browsers may refuse to a request that came from elsewhere; this one answers at once.
      await this.revoke('', { signal: AbortSignal.timeout(PATIENCE_MS) });
      localStorage.setItem(LOGOUT, 'asked');
      location.assign(this.logoutAddress);
      return;
    }
    const manager = await this.#library();
    await manager.signinRedirect({
      state: { address: location.pathname + location.search },
    });
  }

  /**
   * The session is on this device no more, for no tab; `signing-out.js` goes on from here.
   *
   * @returns {string} the refresh token, which Cognito has to be told of
   */
  giveUp() {
    const token = (this.#stored() ?? this.#user)?.refresh_token ?? '';
    this.#user = null;
    forgetSession();
    return token;
  }

  /** Cognito could not be told: its own session ends before the next sign-in. */
  endLater() {
    localStorage.setItem(LOGOUT, 'due');
  }

  /**
   * Tell Cognito that a refresh token holds no more. Not by the library, which waits without a limit, and
   * for a session that is stored.
   *
   * @param {string} token @param {Pick<RequestInit, 'keepalive' | 'signal'>} how
   * @throws {Error} where Cognito cannot be reached
   */
  async revoke(token, how) {
    const { hosted_ui_url, client_id } = this.settings;
    await fetch(`${hosted_ui_url}/oauth2/revoke`, {
      ...how,
      method: 'POST',
      // Whatever it says: nobody reads it.
      mode: 'no-cors',
      credentials: 'omit',
      body: new URLSearchParams({ token, token_type_hint: 'refresh_token', client_id }),
    });
  }

  /** Where Cognito's own session ends. */
  get logoutAddress() {
    const { client_id, hosted_ui_url } = this.settings;
    const query = new URLSearchParams({ client_id, logout_uri: `${location.origin}/` });
    return `${hosted_ui_url}/logout?${query}`;
  }
}

function wentBack() {
  const [navigation] = performance.getEntriesByType('navigation');
  return (
    /** @type {PerformanceNavigationTiming | undefined} */ (navigation)?.type === 'back_forward'
  );
}

/** All that the library has stored, sign-ins that were begun included. */
const forgetSession = () => forgetKeys((key) => key.startsWith('oidc.'));

/**
 * An address of this page only: the state has been to another site and back.
 *
 * @param {string | undefined} address
 */
function localAddress(address) {
  return address && /^\/(?![/\\])/.test(address) ? address : '/';
}
