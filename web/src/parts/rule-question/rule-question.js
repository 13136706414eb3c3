import { html } from 'lit';
import { nameOfRule } from '../rule-names.js';
import { changeRule } from '../rule-notices.js';
import { Sheet } from '../sheet.js';
import { store } from '../../data/store.js';
import { addTexts, t } from '../../writing/text.js';
import { recurring } from '../../writing/text/en/recurring.js';
import { changesFor } from './changes-for.js';
import './rule-question.css';

addTexts({ recurring });

/**
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').ExpenseFields} ExpenseFields
 * @typedef {import('../../types.js').Rule} Rule
 */

/**
 * "This one, or all from now on?" of an expense that a rule recorded, once it was edited or deleted. The
 * expense is as the person said already; this is about those that come.
 *
 *     <rule-question .rule=${rule} .changes=${{amount_paise: 26000_00}}></rule-question>
 */
class RuleQuestion extends Sheet {
  static properties = { rule: { attribute: false }, changes: { attribute: false } };

  constructor() {
    super();
    /** @type {Rule | null} */
    this.rule = null;
    /** @type {Partial<import('../../types.js').RuleContent> | null} null: the expense was deleted */
    this.changes = null;
    this.addEventListener('close', () => this.remove());
  }

  #all() {
    const { rule, changes } = this;
    this.close();
    if (!rule) return;
    const name = nameOfRule({ ...rule, ...changes });
    if (changes) {
      const edit = () => store.recurring.edit(rule, changes);
      changeRule(name, edit, t('recurring.question.changed', { name }));
    } else {
      changeRule(name, () => store.recurring.delete(rule), t('recurring.deleted', { name }));
    }
  }

  render() {
    const { rule, changes } = this;
    const kind = changes ? 'edit' : 'delete';
    return this.sheet({
      titleId: 'rule-question-title',
      title: t('recurring.question.title'),
      content: html`
        <p>${t(`recurring.question.${kind}`, { name: rule ? nameOfRule(rule) : '' })}</p>
        <div class="choices">
          <button class="button primary" type="button" @click=${this.close}>
            ${t('recurring.question.one')}
          </button>
          <button class="button ${changes ? '' : 'danger'}" type="button" @click=${this.#all}>
            ${t('recurring.question.all')}
          </button>
        </div>
      `,
    });
  }
}

customElements.define('rule-question', RuleQuestion);

/**
 * Ask of an expense that a rule recorded, unless nothing of what changed is the rule's to say.
 *
 * @param {Expense} expense as it was @param {ExpenseFields | null} fields as it is now; null: deleted
 */
export async function askOfRule(expense, fields) {
  await store.recurring.load();
  const rule = store.recurring.find(expense.rule);
  if (!rule) return;
  const changes = fields && changesFor(rule, expense, fields);
  if (changes && !Object.keys(changes).length) return;
  const question = /** @type {RuleQuestion} */ (document.createElement('rule-question'));
  question.rule = rule;
  question.changes = changes;
  document.body.append(question);
}
