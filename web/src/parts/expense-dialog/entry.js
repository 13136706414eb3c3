import { fieldsOf } from '../../data/store/changes.js';
import { followed } from './following.js';

/**
 * @typedef {import('../../data/store/telling.js').Form} Form
 * @typedef {Omit<import('../../types.js').ExpenseFields, 'amount_paise'> & {amount_paise: number | null}} Fields
 */

/** @param {string} today @returns {Fields} */
const blank = (today) => ({
  amount_paise: null,
  category: '',
  date: today,
  description: '',
  tags: [],
});

/** What is typed in the dialog, from its opening on. */
export class Entry {
  /** What is typed as the amount; it may be none. */
  amountText = '';
  /** What is typed as the date; it may be none. */
  dateText = '';
  line = '';
  /** @type {string[]} fields that the line doesn't change any more */
  byHand = [];
  /** Something would be lost by closing. */
  dirty = false;

  /** @param {Form} form that it opens with @param {string} today */
  constructor({ expense, fields, fresh, line, amount, date, byHand }, today) {
    this.fields = { ...blank(today), ...(expense ? fieldsOf(expense) : {}), ...fields };
    /** What the fields are where the line says nothing. */
    this.base = line ? blank(today) : this.fields;
    this.line = line ?? '';
    this.amountText = amount ?? '';
    this.dateText = date ?? '';
    this.byHand = byHand ?? [];
    this.dirty = Boolean(fields) && !fresh;
  }

  /** @param {Partial<Fields>} changes */
  change(changes) {
    this.fields = { ...this.fields, ...changes };
    this.dirty = true;
  }

  /** What a person says in a field of its own. @param {Partial<Fields>} changes */
  correct(changes) {
    this.byHand = [...new Set([...this.byHand, ...Object.keys(changes)])];
    this.change(changes);
  }

  /**
   * What a line says as it is typed on.
   *
   * @param {string} line @param {import('../../reading/quick-line.js').Line} understood
   * @returns {Partial<Fields>} what changes by it
   */
  follow(line, understood) {
    this.line = line;
    const changes = followed(understood, this);
    this.change(changes);
    return changes;
  }

  /** Whether a category was said, so that none is proposed. */
  get hasChosenCategory() {
    return this.byHand.includes('category') || Boolean(this.base.category);
  }

  /** All that is typed, to give back. @returns {Form} */
  typed() {
    const { line, byHand } = this;
    const { amount_paise, ...fields } = this.fields;
    const date = fields.date ? undefined : this.dateText;
    if (amount_paise === null) return { fields, line, byHand, date, amount: this.amountText };
    return { fields: { ...fields, amount_paise }, line, byHand, date };
  }
}
