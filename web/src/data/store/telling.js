import { today } from '../../writing/dates.js';
import { newId } from '../ids.js';

/**
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').ExpenseFields} ExpenseFields
 * @typedef {import('./changes.js').Change} Change
 *
 * @typedef {object} Notice
 * @property {string} id
 * @property {string} text
 * @property {'done' | 'error'} kind an error stays until it is dismissed
 * @property {{label: string, run: () => void}} [action]
 * @property {number} timeout ms; 0 stays
 *
 * @typedef {object} Form what the expense dialog opens with
 * @property {Expense} [expense] the one to edit; absent for a new one
 * @property {Partial<ExpenseFields>} [fields] filled in, such as after a refusal
 * @property {boolean} [fresh] nothing of the fields has been typed: closing loses nothing
 * @property {boolean} [quick] begin in the one-line entry
 * @property {string} [line] what is typed there
 *
 * @typedef {object} Conflict an edit that met a newer version
 * @property {Expense} mine
 * @property {Expense | null} theirs null when it was deleted
 *
 * @typedef {object} State
 * @property {'starting' | 'signed-out' | 'signed-in' | 'expired'} session
 * @property {import('../auth.js').Person | null} person
 * @property {'ok' | 'failing' | 'offline'} connection
 * @property {Change[]} pending
 * @property {string} today in India
 * @property {Notice[]} notices
 * @property {string} announcement
 * @property {Form | null} form
 * @property {Conflict | null} conflict
 */

/** The state that the page is drawn from, who is told of its changes, and what the person is told. */
export class Telling {
  /** @type {State} */
  state = {
    session: 'starting',
    person: null,
    connection: navigator.onLine === false ? 'offline' : 'ok',
    pending: [],
    today: today(),
    notices: [],
    announcement: '',
    form: null,
    conflict: null,
  };
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {() => void} listener @returns {() => void} unsubscribe */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {Partial<State>} [changes] */
  emit(changes) {
    if (changes) this.state = { ...this.state, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }

  /** @param {{text: string, kind?: Notice['kind'], action?: Notice['action'], timeout?: number}} notice */
  notify({ text, kind = 'done', action, timeout = kind === 'error' ? 0 : 5000 }) {
    const notice = { id: newId(), text, kind, action, timeout };
    // One of each kind: a newer one replaces what it would cover.
    const others = this.state.notices.filter((one) => one.kind !== kind);
    this.emit({ notices: [...others, notice], announcement: text });
  }

  /** @param {string} id */
  dismiss(id) {
    this.emit({ notices: this.state.notices.filter((notice) => notice.id !== id) });
  }

  /** @param {string} text */
  announce(text) {
    this.emit({ announcement: text });
  }

  /** @param {Form} [form] */
  openForm(form = {}) {
    this.emit({ form });
  }

  closeForm() {
    this.emit({ form: null });
  }
}
