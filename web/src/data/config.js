/**
 * What only deployment knows, from /config.json.
 *
 * @typedef {object} Config
 * @property {string} stage
 * @property {string} version
 * @property {string} api_url such as `/api`
 * @property {{authority: string, client_id: string, hosted_ui_url: string, scope: string}} auth
 */

/** @returns {Promise<Config>} */
export async function loadConfig() {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return response.json();
}
