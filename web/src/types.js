/**
 * The API's records, as openapi.json specifies them.
 *
 * @typedef {object} Expense
 * @property {string} id UUIDv7, made here
 * @property {string} date `YYYY-MM-DD`
 * @property {number} amount_paise
 * @property {string} category its id
 * @property {string} description
 * @property {string[]} tags
 * @property {number} version 0 until the server has it
 * @property {string} [currency] always `INR`
 * @property {string} [created_at]
 * @property {string} [updated_at]
 *
 * @typedef {Pick<Expense, 'date' | 'amount_paise' | 'category' | 'description' | 'tags'>} ExpenseFields
 *
 * @typedef {object} Category
 * @property {string} id
 * @property {string} name
 * @property {string} colour `#rrggbb`
 * @property {boolean} builtin
 * @property {boolean} archived
 * @property {number | null} monthly_budget_paise
 *
 * @typedef {object} SummaryGroup
 * @property {string} [day] `YYYY-MM-DD`, when grouped by day
 * @property {string} [month] `YYYY-MM`, when grouped by month
 * @property {string} category
 * @property {number} total_paise
 * @property {number} count
 *
 * @typedef {object} Summary
 * @property {number} total_paise
 * @property {number} count
 * @property {SummaryGroup[]} groups in chronological order, empty ones left out
 *
 * @typedef {object} Filter what narrows a list; all optional
 * @property {string} [from]
 * @property {string} [to]
 * @property {string} [category] an id
 * @property {string} [tag]
 * @property {string} [q] in description and tags, whatever the case
 */
export {};
