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

/** @returns {Promise<Config>} */
export async function loadConfig() {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return response.json();
}
