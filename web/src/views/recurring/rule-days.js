/** The fields of a rule's form that say when it is due. */
import { html, nothing } from 'lit';
import { WEEKDAYS } from '../../data/recurrence.js';
import { FIRST_DATE, LAST_DATE } from '../../writing/dates.js';
import { t } from '../../writing/text.js';
import { nthName, weekdayName } from './rule-words.js';

/**
 * @typedef {import('./rule-form.js').Fields} Fields
 *
 * @typedef {object} Form
 * @property {Fields} fields
 * @property {import('./rule-form.js').Errors} errors
 * @property {(changes: any) => void} change some of the fields
 *
 * @typedef {'every' | 'day' | 'start' | 'end' | 'count' | 'first'} TextField
 */

const FREQUENCIES = /** @type {const} */ (['daily', 'weekly', 'monthly', 'yearly']);
const NTHS = /** @type {const} */ ([1, 2, 3, 4, -1]);

/** @param {Form} form */
export function daysFields(form) {
  const { frequency, ends } = form.fields;
  const isOfMonth = frequency === 'monthly' || frequency === 'yearly';
  return html`
    <div class="pair">
      ${choice(form, 'frequency', t('recurring.editor.frequency'), [
        ...FREQUENCIES.map((one) => [one, t(`recurring.editor.frequencies.${one}`)]),
      ])}
      ${entry(form, 'every', t(`recurring.editor.every.${frequency}`))}
    </div>
    ${isOfMonth ? monthFields(form) : nothing} ${frequency === 'weekly' ? weekday(form) : nothing}
    <div class="pair">
      ${entry(form, 'start', t('recurring.editor.start'))}
      ${choice(form, 'ends', t('recurring.editor.ends'), [
        ['never', t('recurring.editor.endsNever')],
        ['on', t('recurring.editor.endsOn')],
        ['after', t('recurring.editor.endsAfter')],
      ])}
    </div>
    ${ends === 'on' ? entry(form, 'end', t('recurring.editor.end')) : nothing}
    ${
      ends === 'after'
        ? html`<div class="pair">
            ${entry(form, 'count', t('recurring.editor.count'))}
            ${entry(form, 'first', t('recurring.editor.first'), t('recurring.editor.firstHint'))}
          </div>`
        : nothing
    }
  `;
}

/** @param {Form} form */
function monthFields(form) {
  const how = choice(form, 'on', t('recurring.editor.on'), [
    ['day', t('recurring.editor.onDay')],
    ['weekday', t('recurring.editor.onWeekday')],
  ]);
  if (form.fields.on === 'day') {
    return html`<div class="pair">
      ${how} ${entry(form, 'day', t('recurring.editor.day'), t('recurring.editor.dayHint'))}
    </div>`;
  }
  const nths = NTHS.map((one) => [String(one), nthName(one)]);
  return html`${how}
    <div class="pair">
      ${choice(form, 'nth', t('recurring.editor.nth'), nths, Number)} ${weekday(form)}
    </div>`;
}

/** @param {Form} form */
const weekday = (form) =>
  choice(
    form,
    'weekday',
    t('recurring.editor.weekday'),
    WEEKDAYS.map((one) => [one, weekdayName(one)]),
  );

/**
 * @param {Form} form @param {'frequency' | 'on' | 'nth' | 'weekday' | 'ends'} field @param {string} label
 * @param {string[][]} choices each a value and its name
 * @param {(value: string) => unknown} [read]
 */
function choice({ fields, change }, field, label, choices, read = (value) => value) {
  const id = `rule-${field}`;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      class="input"
      id=${id}
      @change=${(/** @type {any} */ { target }) => change({ [field]: read(target.value) })}
    >
      ${choices.map(
        ([value, name]) =>
          html`<option value=${value} .selected=${value === String(fields[field])}>
            ${name}
          </option>`,
      )}
    </select>
  </div>`;
}

/** @param {Form} form @param {TextField} field @param {string} label @param {string} [hint] */
function entry({ fields, errors, change }, field, label, hint) {
  const id = `rule-${field}`;
  const error = errors[field];
  const isDate = field === 'start' || field === 'end';
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      class="input"
      id=${id}
      type=${isDate ? 'date' : 'text'}
      inputmode=${isDate ? nothing : 'numeric'}
      min=${isDate ? FIRST_DATE : nothing}
      max=${isDate ? LAST_DATE : nothing}
      autocomplete="off"
      .value=${fields[field]}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing}
      @input=${(/** @type {any} */ { target }) => change({ [field]: target.value })}
    />
    ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    ${hint ? html`<p class="muted small" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}
