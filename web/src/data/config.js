const ADDRESS = '/config.json';

/**
 * How people sign in: `cognito_url` is Cognito's API, `hosted_ui_url` its page.
 *
 * @typedef {object} AuthConfig
 * @property {string} authority
 * @property {string} client_id
 * @property {string} hosted_ui_url
 * @property {string} cognito_url
 * @property {string} scope
 * @property {'off' | 'optional' | 'required'} mfa whether there is a second factor
 */

/**
 * What only deployment knows, from /config.json.
 *
 * @typedef {object} Config
 * @property {string} stage
 * @property {string} version
 * @property {string} api_url such as `/api`
 * @property {AuthConfig} auth
 */

/**
 * From the second visit on, what the service worker keeps of it, at once: what is on the device need not
 * wait for the network to be shown. What the server says meanwhile is put into the same object.
 *
 * @returns {Promise<Config>}
 */
export async function loadConfig() {
  const asking = ask();
  const kept = await findKept();
  if (!kept) return asking;
  asking.then(
    (config) => Object.assign(kept, config),
    () => {}, // Without a network, or with a server in trouble, it is as it was.
  );
  return kept;
}

/** @returns {Promise<Config>} */
async function ask() {
  const response = await fetch(ADDRESS, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return response.json();
}

/** @returns {Promise<Config | undefined>} */
async function findKept() {
  try {
    return await (await caches.match(ADDRESS))?.json();
  } catch {
    return undefined; // Private mode of some browsers has no caches.
  }
}
