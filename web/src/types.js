/**
 * The API's records, as openapi.json specifies them.
 *
 * @typedef {object} Expense
 * @property {string} id UUIDv7, made here
 * @property {'expense' | 'refund'} [kind] `expense` where there is none; the amount is positive either way
 * @property {string} date `YYYY-MM-DD`
 * @property {number} amount_paise
 * @property {string} category its id
 * @property {string} description
 * @property {string[]} tags
 * @property {string | null} [reference] the bank's, of the payment
 * @property {string | null} [of] the id of the expense that a refund is of
 * @property {string | null} [rule] the id of the recurring rule that recorded it
 * @property {string} [by] in a shared ledger, the id of the member who paid
 * @property {string} [entered_by] there, of the one who recorded it
 * @property {number} version 0 until the server has it
 * @property {string} [currency] always `INR`
 * @property {string} [created_at]
 * @property {string} [updated_at]
 *
 * @typedef {Pick<Expense, 'date' | 'amount_paise' | 'category' | 'description' | 'tags' | 'kind' | 'reference' | 'of' | 'by'>} ExpenseFields
 *
 * @typedef {object} Category
 * @property {string} id
 * @property {string} name
 * @property {string} colour `#rrggbb`
 * @property {boolean} builtin
 * @property {boolean} archived
 *
 * What a person says of a recurring rule; its days are those of a {@link Recurrence}.
 *
 * @typedef {import('./data/recurrence.js').Recurrence} Recurrence
 * @typedef {Recurrence & {
 *   description: string,
 *   amount_paise: number | null,
 *   category: string,
 *   tags: string[],
 *   paused: boolean,
 *   skipped: string[],
 * }} RuleContent with no amount, it asks each time
 *
 * @typedef {RuleContent & {
 *   id: string,
 *   last: string | null,
 *   next: string | null,
 *   asked: string[],
 *   state: 'active' | 'paused' | 'waiting' | 'ended',
 *   version: number,
 *   created_at: string,
 * }} Rule the last day that was recorded or asked about, the next that is due, and the days whose amount
 *   is still to be told
 *
 * What one may do in a ledger, the most first.
 *
 * @typedef {'owner' | 'member' | 'viewer' | 'totals'} Role
 *
 * @typedef {object} Ledger one's own has the empty id
 * @property {string} id
 * @property {string} name
 * @property {Role} role one's own there
 * @property {string} member one's id among its members
 * @property {number} people how many are in it
 * @property {{kind: 'equal'} | {kind: 'shares', shares: {member: string, share: number}[]} | null} split
 * @property {number} version
 * @property {string} [created_at]
 *
 * @typedef {object} Member
 * @property {string} id
 * @property {string} name
 * @property {Role | 'left'} role
 * @property {string} joined_at
 * @property {string} [left_at]
 * @property {string} [shares_until] `YYYY-MM-DD`; the last day whose costs they share equally
 *
 * @typedef {object} Balance of a member, of all time
 * @property {string} member
 * @property {number} paid_paise
 * @property {number} owed_paise
 * @property {number} settled_paise given less got
 * @property {number} balance_paise above zero: others owe it to them
 *
 * @typedef {{from: string, to: string, amount_paise: number}} Transfer
 *
 * @typedef {object} Balances
 * @property {number} total_paise
 * @property {Balance[]} members
 * @property {Transfer[]} transfers that settle all
 *
 * @typedef {object} Settlement what one member gave to another; it is no spending
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {number} amount_paise
 * @property {string} date `YYYY-MM-DD`
 * @property {string} [entered_by]
 * @property {string} [created_at]
 *
 * @typedef {object} Invitation
 * @property {string} id
 * @property {Role} role
 * @property {string} invited_by a member's id
 * @property {string} created_at
 * @property {string} expires_at
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
 * @typedef {object} Filter what narrows lists, totals and charts; all optional
 * @property {string} [from]
 * @property {string} [to]
 * @property {readonly string[]} [category] ids: one of them
 * @property {readonly string[]} [without] ids: none of them
 * @property {readonly string[]} [tag] one of them
 * @property {string} [kind] `expense` or `refund`; both where there is none
 * @property {readonly string[]} [by] members' ids: paid by one of them
 * @property {string} [q] in description and tags, whatever the case
 */
export {};
