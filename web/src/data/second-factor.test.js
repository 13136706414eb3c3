import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SignedOutError, UnreachableError } from './api.js';
import { SecondFactor, WrongCodeError } from './second-factor.js';

const json = (/** @type {unknown} */ body, status = 200) =>
  new Response(JSON.stringify(body), { status });
const error = (/** @type {string} */ type, status = 400) =>
  json({ __type: type, message: 'no' }, status);

/** @type {{token: any, renew: any}} */
let session;
/** @type {import('vitest').Mock} */
let send;
/** @type {SecondFactor} */
let factor;

/** What was asked for, in order. */
const asked = () =>
  send.mock.calls.map(([, { headers, body }]) => {
    const { AccessToken, ...parameters } = JSON.parse(body);
    return [headers['x-amz-target'].split('.')[1], parameters, AccessToken];
  });

beforeEach(() => {
  session = { token: vi.fn(async () => 'token-1'), renew: vi.fn(async () => true) };
  send = vi.fn();
  factor = new SecondFactor('https://cognito.example', session, { fetch: send });
});

test('it is on when signing in asks for it', async () => {
  send.mockResolvedValueOnce(json({ UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] }));
  expect(await factor.isOn()).toBe(true);
  // Cognito leaves the list out where it would be empty.
  send.mockResolvedValueOnce(json({ UserAttributes: [] }));
  expect(await factor.isOn()).toBe(false);
  expect(send.mock.calls[0][0]).toBe('https://cognito.example/');
});

test('a code of the new secret turns it on', async () => {
  send
    .mockResolvedValueOnce(json({ SecretCode: 'ABCD' }))
    .mockResolvedValueOnce(json({ Status: 'SUCCESS' }))
    .mockResolvedValueOnce(json({}));
  expect(await factor.begin()).toBe('ABCD');
  await factor.confirm('123456');
  expect(asked()).toEqual([
    ['AssociateSoftwareToken', {}, 'token-1'],
    ['VerifySoftwareToken', { UserCode: '123456' }, 'token-1'],
    [
      'SetUserMFAPreference',
      { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } },
      'token-1',
    ],
  ]);
});

test('it can be turned off', async () => {
  send.mockResolvedValueOnce(json({}));
  await factor.turnOff();
  expect(asked()[0][1]).toEqual({
    SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
  });
});

describe('a wrong code', () => {
  test.each([
    error('CodeMismatchException'),
    error('EnableSoftwareTokenMFAException'),
    error('com.amazonaws.cognito#CodeMismatchException:http://internal/'),
    json({ Status: 'ERROR' }),
  ])('turns nothing on', async (answer) => {
    send.mockResolvedValueOnce(answer);
    await expect(factor.confirm('000000')).rejects.toBeInstanceOf(WrongCodeError);
    expect(asked().map(([operation]) => operation)).toEqual(['VerifySoftwareToken']);
  });
});

test('a code that was taken is not sent again when only the rest has failed', async () => {
  send
    .mockResolvedValueOnce(json({ Status: 'SUCCESS' }))
    .mockResolvedValueOnce(error('InternalErrorException', 500))
    .mockResolvedValueOnce(json({}));
  await expect(factor.confirm('123456')).rejects.toBeInstanceOf(UnreachableError);
  await factor.confirm('123456');
  expect(asked().map(([operation]) => operation)).toEqual([
    'VerifySoftwareToken',
    'SetUserMFAPreference',
    'SetUserMFAPreference',
  ]);
});

describe('a session', () => {
  test('that is over is renewed once', async () => {
    session.token.mockResolvedValueOnce('old').mockResolvedValueOnce('new');
    send.mockResolvedValueOnce(error('NotAuthorizedException')).mockResolvedValueOnce(json({}));
    expect(await factor.isOn()).toBe(false);
    expect(asked().map(([, , token]) => token)).toEqual(['old', 'new']);
  });
  test('that cannot be renewed ends in signing in again', async () => {
    session.renew.mockResolvedValue(false);
    send.mockResolvedValue(error('NotAuthorizedException'));
    await expect(factor.isOn()).rejects.toBeInstanceOf(SignedOutError);
  });
  test('whose new token is refused too ends in signing in again', async () => {
    send.mockImplementation(async () => error('NotAuthorizedException'));
    await expect(factor.isOn()).rejects.toBeInstanceOf(SignedOutError);
    expect(send).toHaveBeenCalledTimes(2);
  });
  test('that is nobody’s asks for nothing', async () => {
    session.token.mockResolvedValue(null);
    await expect(factor.isOn()).rejects.toBeInstanceOf(SignedOutError);
    expect(send).not.toHaveBeenCalled();
  });
});

test.each([
  ['a network that fails', async () => Promise.reject(new TypeError('failed'))],
  ['an answer that is none', async () => new Response('<html>', { status: 502 })],
  ['too many requests', async () => error('TooManyRequestsException')],
])('%s is worth trying later', async (_, answer) => {
  send.mockImplementation(answer);
  await expect(factor.isOn()).rejects.toBeInstanceOf(UnreachableError);
});

test('any other refusal tells Cognito’s reason', async () => {
  send.mockResolvedValueOnce(
    json({ __type: 'InvalidParameterException', message: 'User pool demands it' }, 400),
  );
  await expect(factor.turnOff()).rejects.toThrow('User pool demands it');
});
