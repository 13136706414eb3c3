/** The names that columns have in statements and exports, in one table. */

/**
 * @typedef {'date' | 'time' | 'zone' | 'amount' | 'debit' | 'credit' | 'balance' | 'balance_side' |
 *   'side' | 'type' | 'status' | 'expense_flag' | 'excluded_flag' | 'income_flag' | 'transfer_flag' | 'currency' | 'foreign' | 'base' |
 *   'category' | 'subcategory' | 'tags' | 'payee' | 'description' | 'note' | 'details' | 'reference' |
 *   'account' | 'serial' | 'share' | 'id' | 'purchase' | 'extra' | 'ignore'} Role
 */

/** What was spent so far, beside each payment: a balance that spending raises. */
const SPENT_SO_FAR = /^(running|cumulative) (total|sum)$|^cumulative$|^total so far$/u;

const OF_CLAIM = /^(report|approval|claim|reimbursement) status$/u;
const BY_ONESELF = /^paid by (us|me|self)$|^(we|i) paid$/u;
/** What was paid, and where that isn't filled throughout, only beside the amount. */
const PAID = /^(amount|amt) paid( (inr|rs|rupees|₹))?$|^paid (amount|amt)$|^out of pocket$/u;

/** @type {[Role, number, RegExp][]} the first that fits decides; the number ranks rivals, lowest first */
const NAMES = [
  [
    'serial',
    1,
    /^(s|sl|sr|serial)? ?(no|num|number|index|row|n)$|^(sl|sr|serial|srno|slno|sno)$|^#$/u,
  ],
  ['balance', 1, SPENT_SO_FAR],
  // The one after a payment proves it.
  ['balance', 2, /^opening bal/u],
  ['balance', 1, /balance(?! (transfer|type))|\bbal\b|शेष/u],
  [
    'ignore',
    9,
    /reward|points|cash ?back|discount|\bfees?\b|\bgst\b|\btax\b|due date|location|branch|value in/u,
  ],
  ['details', 1, /^original (description|statement|narration)/u],
  ['foreign', 1, /\b(intl|international|foreign|forex|fcy|original|orig|usd|eur|gbp|aed)\b/u],
  // Where it went, of what went to another account of one's own.
  ['transfer_flag', 2, /^transfer (to )?account$/u],
  [
    'ignore',
    9,
    /2( currency| amount)?$|^(to|destination|transfer) account(?!.*categor)|^other account|available|limit/u,
  ],
  // What was meant to be spent, or is still owed of it, is not what was paid.
  ['ignore', 9, /^(budget(ed)?|planned|estimated?)( (amount|amt|cost|expenses?))?$/u],
  ['amount', 1, /^actual( (amount|amt|cost|spend|spending|expenses?))?$/u],
  ['amount', 3, /^(bill|invoice) (amount|amt|value|total)( (inr|rs|rupees|₹))?$/u],
  ['expense_flag', 1, /^(is )?expenses?$/u],
  [
    'excluded_flag',
    1,
    /^(is )?(excluded?|ignored?|hidden|deleted)( (from )?(report|total|budget|stat).*)?$/u,
  ],
  ['income_flag', 1, /^(is )?incomes?$/u],
  ['transfer_flag', 1, /^(is )?((self )?transfers?|settlement)$/u],
  [
    'side',
    1,
    /^(transaction |txn |billing )?(dr|debit|d|cr|credit|c) (or )?(cr|credit|c|dr|debit|d)\b|\bsign\b|indicator/u,
  ],
  ['side', 2, /^(billing)?amountsign$|^(dr cr|drcr|crdr)$/u],
  [
    'amount',
    2,
    /(withdraw|debit|paid out|money out|\bdr\b).*(deposit|credit|paid in|money in|\bcr\b)/u,
  ],
  ['type', 1, /^(income expense|expense income|type|(transaction|txn|tran|entry|record) type)$/u],
  ['type', 2, /^(kind|flow|direction|in out|type of (transaction|txn))$|\btype$/u],
  ['tags', 1, /^(tags?|labels?|hash ?tags?)$/u],
  ['subcategory', 1, /sub ?categor/u],
  ['category', 1, /^(expense )?categor(y|ies)$|^(श्रेणी|வகை|వర్గం|ವರ್ಗ|বিভাগ|શ્રેણી)$/u],
  ['category', 2, /categor|^(head|group)$/u],
  ['zone', 1, /time ?zone|^tz$|utc offset/u],
  [
    'date',
    1,
    /^(transaction|txn|tran|trans|purchase|expense|spent) (date|on|dt)( time| and time)?$|^date$|दिनांक|तारीख|தேதி|తేదీ|ದಿನಾಂಕ|তারিখ|તારીખ|തീയതി/u,
  ],
  ['date', 1, /^date of (purchase|payment|expense|spending|transaction)$/u],
  ['date', 3, /^(bill|invoice) date$/u],
  [
    'date',
    2,
    /^(paid|spent|bought|purchased|charged|happened|occurred) (on|at)$|^week (of|from|start(ing)?|begin(ning)?)$/u,
  ],
  ['date', 3, /^(value|posting|posted|post|settlement|effective|settled) (date?|dt|on)/u],
  // When a form was sent.
  ['date', 3, /^(time ?stamp|ts)$/u],
  ['date', 2, /\bdate\b|time ?stamp|^when$|^day$|created|completed (on|at)|date time/u],
  ['time', 1, /\btime\b/u],
  ['base', 1, /^(amount )?in (main|base|home|default) currency$/u],
  [
    'base',
    2,
    /^(converted|base|home|main|native|(ref|reference|base|home|main) currency) (amount|amt|value)$|\b(amount|total)\b.* in (reimbursement|base|home|main|default|reporting|company) currency$/u,
  ],
  ['currency', 0, /^(billed|billing|settlement|charged) currency/u],
  ['currency', 3, /^(main|base|home|default|primary) currency/u],
  ['currency', 1, /currency|^(ccy|cur|curr)( code)?$/u],
  // Of a claim, perhaps: its cells tell.
  ['status', 2, OF_CLAIM],
  ['status', 1, /status|^state$|^is paid$|^(paid|done) (y n|yes no)$/u],
  ['description', 1, /^account (description|narration|particulars)$/u],
  ['payee', 1, /^((toll )?plaza|party)( name)?$/u],
  [
    'account',
    1,
    /customer|card ?holder|primary|addon|(credit|debit) card|^(bank|card|wallet)(?!.*\b(txn|transaction|ref|id)\b)|account|\bmode\b|method|^your /u,
  ],
  [
    'description',
    1,
    /narration|description|particulars|^details?$|विवरण|तपशील|விவரம்|వివర|ವಿವರ|বিবরণ|વિગત|വിവരം/u,
  ],
  ['details', 1, /^other .*details/u],
  ['description', 2, /(transaction|txn|payment) (details|remarks|info|narrative)|activity/u],
  ['id', 1, /^(expense )?(id|uuid|guid)$/u],
  ['purchase', 1, /^refund of$/u],
  ['reference', 1, /\b(utr|rrn)\b|\bref(erence)?\b/u],
  [
    'reference',
    2,
    /(transaction|txn|tran|payment|upi|bank) ?(id|no|number)\b|cheque|\bchq\b|auth(orisation|orization)? (code|no)/u,
  ],
  ['reference', 3, /order (id|no|number)|receipt no|invoice/u],
  ['debit', 1, /^(amount|amt) dr$/u],
  ['credit', 1, /^(amount|amt) cr$/u],
  ['credit', 1, /^inwards?( (debit|credit|amount|amt))?$/u],
  ['debit', 1, /^outwards?( (debit|credit|amount|amt))?$/u],
  [
    'debit',
    1,
    /^expenses? (amount|amt)|\bdebit|withdraw|paid out|money out|outflow|^outcome$|^dr\b|^spent$|amount spent|payments? out|cash out|^(you )?(gave|given?)$|^(gaya|kharch(a|e)?|vyay|ja+va?k|na+ve|expense rs)$|செலவு|गया|खर्च|निकासी|नामे/u,
  ],
  [
    'credit',
    1,
    /^incomes? (amount|amt)|\bcredit|deposit|paid in|money in|inflow|^cr\b|amount received|^received( from .+)?$|cash in|^(you )?(got|took|taken)$|^(a+ya|jama|a+va?k|a+mdani)$|आया|जमा|வரவு/u,
  ],
  ['amount', 0, /^(billed|billing|settlement|charged) (amount|amt)/u],
  ['amount', 1, /^(grand |order )?total (owed|paid|charged|payable)$|^(grand|order) total$/u],
  // Of what it costs, only that has left yet.
  ['amount', 0, PAID],
  ['amount', 0, BY_ONESELF],
  ['amount', 0, /^advance paid( (inr|rs|rupees|₹))?$/u],
  ['amount', 3, /^total (cost|price|bill)$/u],
  ['amount', 1, /^(transaction |txn |net )?(amount|amt)( in)?( (inr|rs|rupees|₹))*$/u],
  [
    'amount',
    2,
    /\b(amount|amt)\b|राशि|रक्?कम|தொகை|ಮೊತ್ತ|টাকা|રકમ|തുക|^(sum|value|total|inr|rs|rupees|paid|how much)$/u,
  ],
  ['amount', 2, /^gross$|^(item|line|net) total$/u],
  ['amount', 3, /^net$|^(unit )?(price|cost|rate)$/u],
  [
    'payee',
    1,
    /payee|merchant|beneficiary|^place$|paid to|^to from$|^from to$|(counter|other) ?party|recipient|^receiver( name)?$|^to$|vendor|^shop$|^(source )?destination$|^destination name$|^name$|^title$|^item$|^what( for)?$|^for what$|^spent on what$|^product name$|^(सामान|वस्तु|मद)$/u,
  ],
  ['note', 1, /\bnotes?\b|memo|remarks?|comment|message|purpose|^where$/u],
  ['description', 3, /details|\binfo\b/u],
];

/** @param {string} name a header's cell */
export const isSpentSoFar = (name) => SPENT_SO_FAR.test(plainName(name));

/** @param {string} plain */
export const isOfClaim = (plain) => OF_CLAIM.test(plain);
/** @param {string} plain */
export const isByOneself = (plain) => BY_ONESELF.test(plain);
/** @param {string} plain */
export const isPaid = (plain) => PAID.test(plain);

/** @param {string} name a header's cell @returns {string} */
export function plainName(name) {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}#₹]+/gu, ' ')
    .trim();
}

/**
 * @param {string} plain
 * @returns {{role: Role, rank: number}}
 */
export function namedRole(plain) {
  const found =
    plain === '' || plain.length > 60 ? null : NAMES.find(([, , words]) => words.test(plain));
  return found ? { role: found[0], rank: found[1] } : { role: 'ignore', rank: 9 };
}

/** Whether a column is called as one of days is. @param {string} name */
export const isNameOfDays = (name) => namedRole(plainName(name)).role === 'date';
