/**
 * How the ledger's months are counted: the server keeps it, and the device what it said last, so that
 * a page begins with the right months.
 *
 * @typedef {object} SettingsFields
 * @property {number} month_start the day that months begin on, 1 to 28
 * @property {string | null} carry_over_from the first month whose budgets hand what is left, or what
 *   they were overspent by, to the next, `YYYY-MM`; null for none
 */

/** @type {SettingsFields} */
const DEFAULTS = { month_start: 1, carry_over_from: null };

export class Settings {
  /** Whether the server has said what they are. */
  isKnown = false;

  /**
   * @param {string} person
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(person, api, store) {
    this.key = `expense-tracker.settings.${person}`;
    this.api = api;
    this.store = store;
    this.fields = this.#kept();
  }

  /** The day that months begin on. */
  get monthStart() {
    return this.fields.month_start;
  }

  get carryOverFrom() {
    return this.fields.carry_over_from;
  }

  async load() {
    const before = this.fields;
    try {
      const fields = await this.api.getSettings();
      // What was changed meanwhile may not be in the answer.
      if (this.fields === before) this.#set(fields);
      this.isKnown = true;
    } catch (error) {
      this.store.failed(error);
    }
  }

  /**
   * @param {Partial<SettingsFields>} changes
   * @throws {Error} what the API or the connection says; nothing is changed then
   */
  async change(changes) {
    this.#set(await this.api.changeSettings(changes));
    this.isKnown = true;
  }

  /** @param {SettingsFields} fields */
  #set({ month_start, carry_over_from }) {
    const isNew =
      month_start !== this.fields.month_start || carry_over_from !== this.fields.carry_over_from;
    if (!isNew) return;
    this.fields = { month_start, carry_over_from };
    try {
      localStorage.setItem(this.key, JSON.stringify(this.fields));
    } catch {
      // A full device asks the server.
    }
    this.store.emit();
  }

  /** @returns {SettingsFields} */
  #kept() {
    try {
      const { month_start, carry_over_from } = JSON.parse(localStorage.getItem(this.key) ?? '');
      const isDay = Number.isInteger(month_start) && month_start >= 1 && month_start <= 28;
      return isDay ? { month_start, carry_over_from } : DEFAULTS;
    } catch {
      return DEFAULTS;
    }
  }
}
