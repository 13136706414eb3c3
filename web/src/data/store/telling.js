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
 * @property {string} [about] the id of the expense that it tells of
 * @property {number} timeout ms; 0 stays
 *
 * @typedef {object} Form what the expense dialog opens with
 * @property {Expense} [expense] the one to edit; absent for a new one
 * @property {Partial<ExpenseFields>} [fields] filled in, such as after a refusal
 * @property {boolean} [fresh] nothing of the fields has been typed: closing loses nothing
 * @property {boolean} [quick] begin in the one-line entry
 * @property {string} [line] what is typed there
 * @property {string} [amount] what is typed as the amount and is none
 * @property {string} [date] what is typed as the date and is none
 * @property {string[]} [byHand] the fields that don't follow the line, since they were corrected
 * @property {Expense} [purchase] the one that a refund is of
 * @property {string} [settles] the unsettled matter that saving it settles
 *
 * @typedef {object} State
 * @property {'starting' | 'signed-out' | 'signed-in' | 'expired'} session
 * @property {import('../auth.js').Person | null} person
 * @property {'ok' | 'failing' | 'offline'} connection
 * @property {number | null} asOf ms; when the server last said what is shown, where the device says it
 * @property {import('../device.js').Problem | null} device what keeping on the device has met
 * @property {boolean} reopens whether the page, once closed, opens without a network
 * @property {Change[]} pending
 * @property {number} unsent how many changes in all, those of categories and budgets too
 * @property {string} today in India
 * @property {Notice[]} notices
 * @property {string} announcement
 * @property {Form | null} form
 * @property {import('./unsettled.js').Refused[]} refused
 * @property {import('./unsettled.js').Refusal[]} refusals
 * @property {import('./unsettled.js').Conflict[]} conflicts
 * @property {import('./unsettled.js').Deleted[]} deleted the latest last
 */

/**
 * Notices of a kind shown at once, so that they do not cover the page; the store keeps what needs the
 * person, so none is lost.
 */
const MOST_SHOWN = { done: 3, error: 1 };

/** The state that the page is drawn from, who is told of its changes, and what the person is told. */
export class Telling {
  /** @type {State} */
  state = {
    session: 'starting',
    person: null,
    connection: navigator.onLine === false ? 'offline' : 'ok',
    asOf: null,
    device: null,
    reopens: true,
    pending: [],
    unsent: 0,
    today: today(),
    notices: [],
    announcement: '',
    form: null,
    refused: [],
    refusals: [],
    conflicts: [],
    deleted: [],
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

  /** @param {Partial<Notice> & {text: string}} notice */
  notify({ text, kind = 'done', timeout = kind === 'error' ? 0 : 5000, ...rest }) {
    const notice = { id: newId(), text, kind, timeout, ...rest };
    // What only tells is replaced by what is newer; what can be acted on stays beside it.
    const others = this.state.notices.filter(
      (one) => one.id !== notice.id && (one.kind !== kind || one.action),
    );
    const same = others.filter((one) => one.kind === kind);
    const tooMany = same.slice(0, Math.max(0, same.length + 1 - MOST_SHOWN[kind]));
    const kept = others.filter((one) => !tooMany.includes(one));
    this.emit({ notices: [...kept, notice], announcement: text });
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
