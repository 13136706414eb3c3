/** A file that is being looked at: how it was read, what was corrected, and what follows from both. */
import { NO_CHOICES, planImport } from '../../reading/import-plan.js';
import { knownOf } from '../../reading/known-ledger.js';
import { columnOf } from '../../reading/statements/shares.js';
import { store } from '../../data/store.js';
import { payers } from '../../parts/member-names.js';
import { newId } from '../../data/ids.js';
import { ImportLog, whileWriting } from './import-log.js';
import { forgetReview, keepChoices, keepFile } from './kept-review.js';
import { KnownSpending, presenceOf } from './known-spending.js';
import { rowsToWrite } from './review-figures.js';
import { ReadingError } from './statement-reader.js';
import { notBegun, writeImport } from './writing.js';

/**
 * @typedef {import('../../reading/import-plan.js').Choices} Choices
 * @typedef {import('../../reading/statements/statement.js').Statement} Statement
 * @typedef {import('../../reading/statements/statement.js').TableChoice} TableChoice
 * @typedef {import('./statement-reader.js').StatementReader} StatementReader
 */

export class ImportSession {
  /** Told of every change. @type {() => void} */
  changed = () => undefined;
  /** Why what is there already isn't known, or the file wasn't read again. */
  problem = /** @type {'check' | 'read' | null} */ (null);
  rereading = false;
  /** @type {import('../../reading/import-plan.js').Plan | null} */
  plan = null;
  /** What of it is there already; null while it is looked up. @type {import('./review-figures.js').Presences | null} */
  presences = null;
  /** @type {import('../../types.js').Expense[] | null} null while it is looked up */
  #known = null;
  /** @type {Statement | null} the one whose days are looked up */
  #knownOf = null;
  /** @type {unknown[]} what the plan follows from */
  #planOf = [];
  #spending = new KnownSpending((range) => store.loadAll(range));

  /**
   * @param {string} name of the file
   * @param {StatementReader} reader that holds its rows
   * @param {Statement} statement
   * @param {Choices} choices
   * @param {string} importId
   * @param {import('../../data/device.js').Device} device of the ledger that it is for
   */
  constructor(name, reader, statement, choices, importId, device) {
    this.name = name;
    this.reader = reader;
    this.statement = statement;
    this.choices = choices;
    this.importId = importId;
    this.device = device;
  }

  /**
   * Read a file, as its form was read before where the person said how; the device keeps it until
   * {@link ImportSession.close}.
   *
   * @param {StatementReader} reader
   * @param {{name: string, bytes: Uint8Array, password?: string}} file
   * @param {{choices: Choices | undefined, importId: string}} [before] of a file that the device had kept
   * @throws {ReadingError}
   */
  static async open(reader, { name, bytes, password }, before) {
    const { today, person } = store.state;
    // The person may go to another ledger while the file is read.
    const { device, layouts } = store;
    const statement = await reader.open(bytes, { password, today });
    const tables =
      before?.choices?.tables ??
      statement.tables.map((table) => ({
        ...byName(table, person?.email ?? ''),
        ...layouts.find(table, statement.account),
      }));
    const isKnown = tables.some((choice) => Object.keys(choice).length > 0);
    const read = isKnown ? await reader.reread(tables, today) : statement;
    const importId = before?.importId ?? newId();
    if (!before) await keepFile(device, { name, bytes, importId });
    const choices = before?.choices ?? { ...NO_CHOICES, tables };
    return new ImportSession(name, reader, read, choices, importId, device);
  }

  /** Forget the file, here and on the device. */
  close() {
    this.reader.close();
    return forgetReview(this.device);
  }

  /** @param {Choices} choices */
  choose(choices) {
    this.choices = choices;
    keepChoices(this.device, choices);
    this.changed();
  }

  /** @param {{index: number, choice: TableChoice}} corrected how a table is read */
  async reread({ index, choice }) {
    const tables = this.statement.tables.map((_, at) => ({
      ...this.choices.tables[at],
      ...(at === index && choice),
    }));
    const { tables: read, account } = this.statement;
    store.layouts.keep(read[index], tables[index], account);
    this.rereading = true;
    this.choose({ ...this.choices, tables });
    try {
      const statement = await this.reader.reread(tables, store.state.today);
      if (this.choices.tables === tables) this.statement = statement;
    } catch (error) {
      if (!(error instanceof ReadingError)) throw error;
      this.problem = 'read';
    } finally {
      this.rereading = false;
      this.changed();
    }
  }

  /** The plan, worked out anew when what it follows from has changed. */
  update() {
    // Without them every row would seem to need a new category.
    if (store.categories.status !== 'ready') return;
    if (this.#knownOf !== this.statement) this.#lookUp();
    const { statement, choices } = this;
    const { items: members } = store.members;
    const of = [
      statement,
      choices,
      store.categories.items,
      store.payees.items,
      members,
      this.#known,
    ];
    if (of.every((value, index) => value === this.#planOf[index])) return;
    this.#planOf = of;
    const known = knownOf({
      categories: store.categories.items,
      payees: store.payees.items,
      expenses: this.#known ?? [],
      payers: store.ledger.id ? payers() : [],
    });
    this.plan = planImport(statement, choices, known);
    this.presences = this.#known && presenceOf(this.plan.rows, this.#known);
  }

  async #lookUp() {
    const { statement } = this;
    const { expenses, refunds, left_out } = statement;
    const items = [...expenses, ...refunds, ...left_out.flatMap(({ item }) => item ?? [])];
    this.#knownOf = statement;
    this.problem = null;
    try {
      const dates = items.map(({ date }) => date);
      const known = dates.length > 0 ? await this.#spending.around(dates) : [];
      if (statement === this.#knownOf) this.#known = known;
    } catch {
      if (statement === this.#knownOf) this.problem = 'check';
    }
    this.changed();
  }

  /**
   * The rows to be written. What was a guess is known once they are.
   *
   * @returns {import('../../reading/import-plan.js').ReadyRow[] | null} null while it isn't known
   */
  confirm() {
    if (!this.plan || !this.presences) return null;
    this.statement.tables.forEach((table, index) => this.#keepConfirmed(table, index));
    return rowsToWrite(this.plan, this.presences);
  }

  /**
   * How a table was read, which nobody corrected: its next file needs no question.
   *
   * @param {import('../../reading/statements/statement.js').TableReading} table
   * @param {number} index
   */
  #keepConfirmed(table, index) {
    const { account } = this.statement;
    const choice = {
      ...this.choices.tables[index],
      ...(!table.orderSure && { order: table.order }),
    };
    if (!table.orderSure) store.layouts.keep(table, choice, account);
    // Other accounts may write their spending with the other sign in columns of the same names.
    if (!table.mixedSigns || !account) return;
    const signed = { ...choice, spendingSign: table.spendingSign };
    store.layouts.keep(table, signed, account, { ofAccountAlone: true });
  }

  /**
   * Write rows; what was written so far is kept all the while, so that it can be taken back.
   *
   * @param {readonly import('../../reading/import-plan.js').ReadyRow[]} rows
   * @param {import('../../data/store/bulk.js').Options} options
   * @returns {Promise<import('./writing.js').Outcome>}
   */
  write(rows, options) {
    const about = { id: this.importId, name: this.name, at: store.state.today };
    return whileWriting(about.id, async () => {
      const log = await ImportLog.begin(store, about).catch(() => null);
      if (!log) return notBegun(rows);
      const outcome = await writeImport(store, rows, { ...options, log });
      if (!outcome.stopped) await log.end();
      return outcome;
    });
  }
}

/** @param {import('../../reading/statements/statement.js').TableReading} table @param {string} name @returns {TableChoice} */
function byName(table, name) {
  const column = columnOf(table, name);
  return column === undefined ? {} : { person: column };
}
