import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Auth } from './auth.js';
import { signOut } from './signing-out.js';
import { storage } from './store/device-double.js';
import { hasSession } from './stored-session.js';

const SETTINGS = {
  authority: 'https://pool.example',
  client_id: 'client',
  hosted_ui_url: 'https://hosted.example',
  cognito_url: 'https://cognito.example',
  scope: 'openid',
  mfa: /** @type {const} */ ('off'),
};
const LOGOUT =
  'https://hosted.example/logout?client_id=client&logout_uri=https%3A%2F%2Fapp.example%2F';

/** @type {Auth} */
let auth;
/** @type {EventTarget} */
let page;
/** @type {string[]} what was done, in order */
let done;
/** @type {import('vitest').Mock} */
let send;
/** The other tabs load anew as soon as they are told. */
const store = {
  leave: async () => void done.push(hasSession() ? 'told while signed in' : 'told'),
};

vi.mock('oidc-client-ts', () => ({
  UserManager: class {
    async signinRedirect() {
      done.push('signs in');
    }
  },
  WebStorageStateStore: class {},
}));

async function loadAnew() {
  auth = new Auth({ stage: 'test', version: '1', api_url: '/api', auth: SETTINGS });
  await auth.start();
}

beforeEach(async () => {
  page = new EventTarget();
  done = [];
  send = vi.fn(async () => new Response());
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('history', { replaceState: () => {} });
  vi.stubGlobal('fetch', send);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('location', {
    origin: 'https://app.example',
    search: '',
    reload: () => void done.push('loads anew'),
    assign: (/** @type {string} */ address) => void done.push(address),
  });
  const session = { refresh_token: 'refresh-1', profile: { sub: 'asha', email: 'a@example.com' } };
  localStorage.setItem('oidc.user:https://pool.example:client', JSON.stringify(session));
  localStorage.setItem('oidc.begun-sign-in', '{}');
  await loadAnew();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('signing out', () => {
  test('takes the session off the device before other tabs are told', async () => {
    await signOut(auth, store);
    expect(done).toEqual(['told', LOGOUT]);
    expect(Object.keys(localStorage)).toEqual([]);
    expect(auth.person).toBeNull();
  });

  test('tells Cognito which token holds no more, also after the page has gone', async () => {
    await signOut(auth, store);
    const [address, { body, keepalive }] = send.mock.calls[0];
    expect([address, keepalive]).toEqual(['https://hosted.example/oauth2/revoke', true]);
    expect(Object.fromEntries(body)).toMatchObject({ token: 'refresh-1', client_id: 'client' });
  });

  test('waits three seconds for a network that stalls, with nothing left on the device', async () => {
    vi.useFakeTimers();
    send.mockReturnValue(new Promise(() => {}));
    const leaving = signOut(auth, store);
    await vi.advanceTimersByTimeAsync(2900);
    expect([done, hasSession()]).toEqual([['told'], false]);
    await vi.advanceTimersByTimeAsync(200);
    await leaving;
    expect(done).toEqual(['told', '/']);
  });

  test('shows nothing of it to whoever goes back', async () => {
    await signOut(auth, store);
    page.dispatchEvent(new Event('pageshow'));
    expect(done.at(-1)).toBe('loads anew');
  });

  describe('without a network', () => {
    beforeEach(async () => {
      send.mockRejectedValue(new TypeError('Failed to fetch'));
      await signOut(auth, store);
      await loadAnew();
      done = done.filter((one) => one !== 'told');
    });

    test('stays in the app, and the next sign-in begins with a sign-out', async () => {
      expect(done).toEqual(['/']);
      send.mockResolvedValue(new Response());
      await auth.signIn();
      expect(done.slice(1)).toEqual([LOGOUT]);
      // Cognito leads back to the page, which goes on to the sign-in.
      await loadAnew();
      expect(done.slice(2)).toEqual(['signs in']);
      expect(Object.keys(localStorage)).toEqual([]);
    });

    test('a sign-in says that it cannot be reached, and the next one signs out all the same', async () => {
      await expect(auth.signIn()).rejects.toThrow('Failed to fetch');
      await loadAnew();
      expect(done).toEqual(['/']);
      send.mockResolvedValue(new Response());
      await auth.signIn();
      expect(done.slice(1)).toEqual([LOGOUT]);
    });

    test('a sign-in does not wait for an answer without a limit', async () => {
      const limit = new AbortController();
      vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
      send.mockImplementation(
        (_, { signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason));
          }),
      );
      const signingIn = auth.signIn();
      limit.abort(new DOMException('too long', 'TimeoutError'));
      await expect(signingIn).rejects.toThrow('too long');
      expect(done).toEqual(['/']);
    });

    test('whoever goes back from a sign-out that did not load signs out again', async () => {
      send.mockResolvedValue(new Response());
      await auth.signIn();
      vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
        /** @type {any} */ ({ type: 'back_forward' }),
      ]);
      await loadAnew();
      vi.mocked(performance.getEntriesByType).mockRestore();
      await loadAnew();
      await auth.signIn();
      expect(done.slice(1)).toEqual([LOGOUT, LOGOUT]);
    });
  });
});
