/**
 * What is to be seen to in a person's ledgers, whichever one is shown, once it is known which they are and
 * what they may do there.
 *
 * @typedef {import('./place.js').Place} Place
 */
import { ApiError } from '../api.js';
import { Device } from '../device.js';

/** Answers in which there is no expense, nor what becomes one. */
const MAY_STAY = /^\/(categories|budgets|settings|ledgers\/[^/]+(\/(members|balances))?)(\?|$)/;

export class Elsewhere {
  /**
   * @param {object} page
   * @param {string} page.person
   * @param {import('../api.js').Api} page.own
   * @param {import('./ledgers.js').Ledgers} page.ledgers
   * @param {ReadonlyMap<string, Place>} page.places that are open, by the ledger's id
   * @param {(id: string) => Place} page.placeOf opens one
   * @param {(place: Place) => void} page.removed one is in it no more
   * @param {(id: string) => Promise<void>} page.forget nothing that is kept of it is needed
   * @param {Record<'changes' | 'outbox' | 'answers' | 'copy', string>} page.rooms of the device
   * @param {(scope: string) => void} page.forgetScope what is kept by name, of a device's scope
   */
  constructor(page) {
    this.page = page;
  }

  async see() {
    const { ledgers, places, placeOf } = this.page;
    for (const { id } of ledgers.gone) this.#outSince(id);
    // What waits in others is sent whichever one is shown.
    for (const id of ['', ...ledgers.items.map((one) => one.id)]) {
      if (!places.has(id) && (await this.#waits(id)))
        placeOf(id).restored.then(() => placeOf(id).drain());
    }
    for (const { id, role } of ledgers.items) if (role === 'totals') this.#keepsNoExpense(id);
  }

  /** Whether a ledger has something that was not sent. @param {string} id */
  async #waits(id) {
    const { person, rooms } = this.page;
    const device = new Device(person, undefined, id);
    const waiting = await Promise.all([device.list(rooms.changes), device.list(rooms.outbox)]);
    return waiting.some(({ length }) => length);
  }

  /** @param {string} id */
  async #outSince(id) {
    const { own, ledgers, places, placeOf, removed, forget } = this.page;
    // What is listed may lag behind: a ledger that was just made may not be there yet.
    const isIn = await own.getLedger(id).then(
      (ledger) => ledgers.put(ledger),
      (error) => !(error instanceof ApiError && error.status === 404),
    );
    if (isIn) return;
    // An earlier look may have seen to it meanwhile.
    const isGone = () => ledgers.gone.some((one) => one.id === id);
    const waits = places.has(id) || (await this.#waits(id));
    if (!isGone()) return;
    if (!waits) {
      await forget(id);
      return;
    }
    const place = placeOf(id);
    await place.restored;
    if (isGone()) removed(place);
  }

  /** One may see there only what the expenses come to: the device keeps none of them. @param {string} id */
  async #keepsNoExpense(id) {
    const { placeOf, rooms, forgetScope } = this.page;
    const { device, habits, unsettled } = placeOf(id);
    habits.close();
    for (const deleted of unsettled.deleted) unsettled.settle(deleted.id);
    const answers = (await device.list(rooms.answers)).filter(({ key }) => !MAY_STAY.test(key));
    await device.change(answers.map(({ key }) => ({ room: rooms.answers, key })));
    await device.clear(rooms.copy);
    // What was learnt of them.
    forgetScope(device.scope);
  }
}
