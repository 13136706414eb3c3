/** What the words of a row say of its kind. One table for each question. */
import { anyOf } from './any-of.js';

/** @typedef {'expense' | 'income' | 'transfer' | 'balance' | 'refund' | 'settlement' | 'bill' | 'loan' | 'unknown'} RowType */

/** What came in and what was spent, as households call it, in either alphabet. */
const IN_HINDI = /^(a+y|a+mdani|a+va?k|jama|आय|आमदनी|आवक|जमा|उत्पन्न)$/u;
const OUT_IN_HINDI = /^(vyay|kharcha?|kharche|ja+va?k|na+ve|व्यय|खर्च|खर्चा|खर्चे|जावक|नावे)$/u;

/** @type {[RowType, RegExp][]} */
const TYPES = [
  ['balance', /balance|reconcil|new account/u],
  // Tricount's `Reimbursement` is what one of a group gave back.
  ['settlement', /settle|^reimbursement$|^(payback|repays?)$/u],
  // What is lent comes back, and what was borrowed goes: neither is spent.
  ['loan', /^(lent|lend(ing)?|borrow(ed|ing)?|udha+r (diya|liya))$/u],
  // Among the purchases of a card.
  ['bill', /^(card |bill )?repayment$/u],
  ['transfer', /transfer|^load(ed)?$|\btop ?up\b|\btrf\b|\bself\b|^contra$|^t$/u],
  ['refund', /refund|reversal|cash ?back/u],
  [
    'income',
    /income|salary|earning|^received?$|receipt|revenue|^inflow|^money in|^cash in$|^i$|^redemption$|^redeem|^sell$|^sold$/u,
  ],
  ['income', IN_HINDI],
  ['income', /^(வரவு|வருமானம்|ఆదాయం|ಆದಾಯ|আয়|આવક|വരവ്)$/u],
  ['expense', /expense|spen[dt]|purchase|^outflow|^money out|^cash out$|^paid$|^e$/u],
  ['expense', OUT_IN_HINDI],
  ['expense', /^(செலவு|ఖర్చు|ಖರ್ಚು|খরচ|ખર્ચ|ચુકવણી|ചെലവ്)$/u],
];

/** A category of what was lent or borrowed, by its word alone. @param {string} category */
export const isLoanCategory = (category) => typeOf(category) === 'loan';

/** @param {string} cell @returns {RowType} */
export function typeOf(cell) {
  const name = cell
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return TYPES.find(([, words]) => words.test(name))?.[0] ?? 'unknown';
}

/** A kind that is told of few of many rows, by no more than its word: a `Tax refund` is a category. @param {string} cell */
export const isAside = (cell) =>
  /^(refund(ed)?|reversal|cash ?back|settle(ment| up)|reimbursement|payback|repays?|((opening|closing) )?balance|lent|lend(ing)?|borrow(ed|ing)?|udha+r (diya|liya))$/iu.test(
    cell.trim(),
  );

/** What stands for nothing. @param {string} cell */
export const isNone = (cell) => /^([-–—]*|n\.?\/?a\.?|none|nil|null)$/iu.test(cell.trim());

/** `Income & Expenses`, `Salary account`, and receipts, which are of what was bought, too. */
const OF_BOTH = /receipt|\btax|expen[sd]|spen[dt]|account|\ba\/?c\b|bank|statement/iu;

/** What a list or a sheet is called, for all that is in it. @param {string} name @returns {RowType} */
export function typeOfList(name) {
  const type = typeOf(name);
  return type === 'income' && OF_BOTH.test(name) ? 'unknown' : type;
}

/** `M`: a debit of SBI Card's that is to be paid in instalments. */
const DEBIT = /^(dr|debit(ed)?|d|m|withdrawal|out(going|wards?)?|paid|sent|-)\.?$/iu;
const CREDIT = /^(cr|credit(ed)?|c|deposit|in(coming|wards?)?|received|\+)\.?$/iu;

/** @param {string} cell */
export const isSideWord = (cell) => DEBIT.test(cell.trim()) || CREDIT.test(cell.trim());

/** @param {string} cell @returns {'debit' | 'credit' | null} */
export function sideOf(cell) {
  if (DEBIT.test(cell.trim())) return 'debit';
  return CREDIT.test(cell.trim()) ? 'credit' : null;
}

/** @param {string} cell @returns {'completed' | 'not completed' | 'unknown'} */
export function statusOf(cell) {
  const word = cell.toLowerCase();
  if (
    /^(v|no|false)$|fail|pending|declin|cancel|reject|revers|revert|expired|initiated|processing|void|abort|\bdue\b|unsuccess|incomplete|unpaid|awaiting|time(d )?out|in progress|on hold|scheduled|planned|upcoming|refunded|not /u.test(
      word,
    )
  ) {
    return 'not completed';
  }
  return /^([rcsy]|yes|true|cnf)$|reconciled|success|complete|\bpaid\b|settled|posted|done|cleared|\bclr\b|\bok\b|processed|debited|credited|captured|approved|sent|received|confirmed|shipped|delivered|^closed$/u.test(
    word,
  )
    ? 'completed'
    : 'unknown';
}

const SELF = anyOf(
  /\b(transfer(red)?|trf|tfr|tpt|sent|paid|payment) (to |- ?)?(self|own)\b/u,
  /\b(?:self|own) (a\/c )?(transfer|trf)/u,
  // At the end: behind them somebody else may be named.
  /[/-] ?(?:selftransfer|own funds? (?:transfer|trf))$/u,
  /\bto self\b/u,
  /\b(?:trf|tfr|transfer) (?:to|from) .{0,30}\bself$/u,
  /own (account|a\/c)/u,
  /^transfer ?:/u,
  /\bself (a\/c|acc(oun)?t)\b/u,
  /\bsweep\b/u,
  /(?:^|· )added to (?:your )?(?:upi lite|amazon pay balance)/u,
  /(?<!cash ?back )added to (your )?(\w+ )?wallet/u,
  /wallet (load|top ?up)/u,
  /add(ed)? money (to|from)/u,
  /money added/u,
  /^(account|internal) transfer\b/u,
  /between (own|my) accounts/u,
  /(^|[/-])\s*self(?: (?:savings?|current|salary|sb))?(?: (?:a\/c|account))?\s*($|[/-])/u,
  /\b(?:transfer(?:red)?|trf|sent) (?:to|from) [^()]{1,40}\(self\)$/u,
  // Out of a wallet.
  /^(?:money )?transfer(?:red)? to bank(?: a\/c| account)?$/u,
  // A haircut may be one's own, too: `(self)` is behind the number of an account.
  /\b(?:transfer(?:red)?|trf|tfr|tpt) (?:to|from) (?:a\/?c )?[x*\d]{4,} ?\(self\)/u,
  /\bsmart deposit\b/u,
  /\b(fd|rd)\b(?!.{0,30}(interest|charge|maturity)).{0,20}\b(open|book|inst|through|created|in$)/u,
  /\b(to|new|booking of) (an? )?(fd|rd)\b/u,
  /\bto (?:trf|tfr|transfer) (?:to )?(?:fd|rd)\b(?! (?!a\/c|acc|no\b|deposit)\p{L})/u,
  // Whose account of savings for old age it is.
  /\b(?:ppf|nps|vpf|ssy|fd|rd)(?: (?:a\/c|account))?[ /-]+\(?self\b(?! ?\p{L})/u,
  /\be?s?tdr\b.{0,12}\b(?:open(?:ed)?|created)\b/u,
  /\b(term|fixed|recurring) deposit\b(?!.{0,20}interest)/u,
  /\b(?:to|into) my (?!\w* ?(?:wife|husband|partner|mom|mum|mother|dad|father|parents?|son|daughter|brother|sister|friend|landlord|maid|cook|driver|tutor)\b)(?:\w+ ){0,2}?(?:a\/?c|acc?t|account)\b/u,
  /(?:^|· )sent to bank\b/u,
);
const CARD_BILL = anyOf(
  /credit ?card (bill|payment|pymt|pmt|dues?|repayment|autopay|auto ?debit)/u,
  /(bill|payment|pymt|autopay) (of|for|to|towards) .{0,50}credit ?card/u,
  /\bcc ?(bill|pay(ment)?|autopay|bill ?pay(ment)?)\b/u,
  /\bcard (bill|payment|dues)\b/u,
  /credit ?card [x*\d]{4,19} (bill|payment|dues)/u,
  /\bcred[. ]?club/u,
  /\b(autopay )?si-tad\b/u,
  /\bcc \d{4,}x+\d+ ?(autopay|payment)/u,
  /creditcard ?(bill|payment)/u,
  /\bbill ?pay(ment)?\b.{0,30}\b\d{4,6}x{4,}\d{2,4}\b/u,
  /\b(hdfc|icici|axis|sbi|kotak)cc\b/u,
  /\b(billdesk|bill ?pay(ment)?|neft|imps|upi|bbps|ach|nach)\b.{0,40}\bcredit ?card\b(?!.{0,20}(fee|charge|interest|gst|machine))/u,
);
/**
 * Who issues the card is who is paid, right behind the rails and numbers of a narration: further on, a
 * purchase may tell by which card it was paid. Behind a number may stand a remark, too, and then the payee's
 * address. The address of a card's bills says so wherever it stands.
 */
const CARD_ISSUER = anyOf(
  /\b(?:upi|imps|neft|bbps|billdesk|bil|inb|ib)(?:[-/ ]+(?:dr|p2[am]|\d{6,}|[a-z]{4}0\w{6}))*(?:[-/] ?|(?<=\binb) )(?:sbi|hdfc|icici|axis|kotak|rbl|idfc|indusind|au|amex|one) ?(?:credit )?cards? ?(?:$|-|\/(?!.*@))/u,
  /\b(?:sbi|hdfc|icici|axis|kotak|rbl|idfc)card[\w.]*@/u,
);
const CARD_PAYMENT =
  /payment|\bbbps\b|autopay|auto ?debit|thank you|neft|imps|rtgs|\bnet ?banking\b|received|pymt|\bpmt\b|\btele ?transfer credit\b/iu;
const REFUND =
  /refund|रिफंड|revers(al|ed)|\brev\b|\bcrv\b|(?:cash ?back|super ?cash)|waiver|waived|charge ?back|\bretur[n]?\b(?! gifts\b)|\bretur[n]?ed\b|returned|\b(?:chq|cheque|ecs|nach|neft|imps|upi)[ /:-]?(?:ret|rtn)d?\b|failed txn|credit adj|\brvsl\b/iu;
const BALANCE =
  /(opening|closing|starting|initial) (bal|balance)|balance (brought|carried|modification|adjust|correction|[bc]\/[fd])|brought forward|carried forward|^b\/f\b|^c\/f\b|reconciliation balance|modified bal|(total|grand) balance|^init_amount$|balance as on|^(net )?outstanding balance/iu;

/** A cheque to oneself is cash, as from a machine. */
const CASH =
  /^(?!.*\b(?:trf|tfr|transfer|a\/c|account)\b).*(?:\b(?:chq|cheque|cash)\b.{0,20}\bself\b|\bto self (?:by )?(?:cash|chq|cheque)\b)/iu;

/** @param {string} text */
export const saysSelf = (text) => SELF.test(text) && !CASH.test(text);
const POT =
  /^pot ?:|^(?:money |amount )?(?:(?:transfer(?:red)?|moved) )?(?:to|into) (?:a |the |your )?(?:savings )?pot\b(?! plants?\b)/iu;
/** Several people put into a pot, too, which is no saving. */
const NAMED_POT = /^(?:money )?(?:added|moved) (?:to|into) .{1,30} pot$/iu;

/** A bank's own box within the account; pots are bought, too. @param {string} text @param {string} category */
export const saysPot = (text, category) =>
  category === ''
    ? POT.test(text)
    : /^(savings?|pots?)$/iu.test(category) && (POT.test(text) || NAMED_POT.test(text));
/** A card, or the app of one, in a remark before the address of whom was paid, which is neither's nor of bills. */
const PAID_BY_CARD =
  /\b(?:credit ?card|cred[. ]?club)\b(?! ?(?:bill|pay|pymt|due))[^/@]{0,30}\/(?![^/@]*(?:card|cc|cred|bill|pay|bank|bbps|sbi|hdfc|icici|axis|kotak|rbl|idfc|amex|one|yesb|slice|federal|indus|hsbc))[a-z][\w.-]*@/iu;

/** Whether its only word of a bill is such a remark. @param {string} text */
export const isCardRemark = (text) => CARD_BILL.test(text) && PAID_BY_CARD.test(text);

/** @param {string} text */
export const saysCardBill = (text) =>
  (CARD_BILL.test(text) && !PAID_BY_CARD.test(text)) ||
  (CARD_ISSUER.test(text) && !REFUND.test(text));
/** @param {string} text on a card's own statement, of a credit */
export const saysCardPayment = (text) => CARD_PAYMENT.test(text) && !/surcharge/iu.test(text);
/** What the state gives back of taxes is income, of no purchase. */
const TAX = /\btax refund|refund of (income )?tax|\bitd\b.*refund/iu;

/** What an employer of such a name pays for work: `REVERSAL SYSTEMS PVT LTD SALARY`. */
const PAY =
  /\b(?:reversal|cash ?back) (?:(?:systems|technologies|solutions|services|labs|india) )?(?:(?:pvt|private) )?(?:ltd|limited) (?:salary|stipend|payroll|wages)\b(?! (?:a\/?c|acc|revers|rev\b|retur))/iu;

/** A person or a company is called so: `WAIVER KUMAR`, `CASHBACK TECHNOLOGIES PVT LTD`. */
const NAMED_SO =
  /(?<=^|[-/:·]|\b(?:cr|from|by) )\s*(?:waiver|cash ?back|refund|reversal|return)s?\s+(?:(?:kumar|kumari|singh|devi|sharma|verma|gupta|yadav|patel|shah|das|khan|lal|rani|bai|nair|reddy|rao|jain)(?= *(?:$|[-/:·]))|(?:(?:tech|technologies|systems|solutions|labs|enterprises|traders|services) )?(?:(?:pvt|private) )?(?:ltd|limited|llp|technologies|enterprises|traders)\b)/iu;

/** Whether its only word of a refund is a part of the payer's name. @param {string} text */
export const isNamedRefund = (text) => {
  const others = text.replace(/[\w.]*@\w*/gu, ' ').replace(NAMED_SO, ' ');
  return NAMED_SO.test(text) && !PAY.test(text) && REFUND.test(text) && !REFUND.test(others);
};

/** @param {string} text */
export const saysRefund = (text) =>
  REFUND.test(text) && !TAX.test(text) && !PAY.test(text) && !isNamedRefund(text);
/** What a bank takes for a payment that failed is paid. */
const FEE = /\b(charges?|chgs?|chrgs?|fees?|penalty|gst)\b/iu;
const FAILED =
  /^(?:upi )?(?:payment|transaction|txn|transfer|recharge|order) (?:has )?(?:failed|declined|cancelled|unsuccessful)\b|^(?:failed|declined|cancelled)(?: (?:payment|transaction|txn|transfer)\b|\s*[-:])|\((?:failed|declined|cancelled)\)$/iu;

/** What somebody writes beside what is still to be paid. @param {string} cell */
export const saysPlanned = (cell) =>
  /^(planned|upcoming|scheduled|pending|unpaid|not (yet )?paid|(yet )?to be (paid|bought)|yet to pay|wish ?list)$/iu.test(
    cell,
  );

/** @param {string} text */
export const saysFailed = (text) => FAILED.test(text.trim()) && !FEE.test(text);
/** What is paid back of a loan is spent, month by month. @param {string} text */
export const saysLoan = (text) => /\b(loans?|emis?|mortgage)\b/iu.test(text);
/** @param {string} text */
export const saysBalance = (text) => BALANCE.test(text);
/** @param {string} text @param {string} category */
export const saysSettlement = (text, category) =>
  /^(settle(d)? (up|all|balances)|payment settle|settlement)\b/iu.test(text) ||
  (/^payment$/iu.test(category) && /\bpaid\b|^payment$/iu.test(text));

/** A tracker's transfer is named by its category: `Transfer`, `To 'Bank'`, `[Bank]`. @param {string} category */
export const isTransferCategory = (category) =>
  /^((self|account|internal|own|general|incoming|outgoing) )?transfers?( (in|out))?$|^(to|from) '.+'$|^\[(?!available|none)[^\]]+\]$/iu.test(
    category,
  );

/** @param {string} text of money that came in: only a card's statement says so */
export const saysCardThanks = (text) =>
  /payment\W+(received|thank)|thank you for .{0,20}payment|auto ?pay.{0,20}thank/iu.test(text);
/** @param {string} text */
export const saysTotal = (text) =>
  /^\W*(sub ?|grand |page )?totals?\b|^(कुल|योग|एकूण|மொத்தம்|మొత్తం|ಒಟ್ಟು|মোট|કુલ|ആകെ|kul|jod)(?=$|[\s:])|^\W*(opening|closing) bal|statement summary|end of statement/iu.test(
    text,
  );

/** Of a row that comes to as much as those above it; by themselves the words say too little. @param {string} text */
export const saysSum = (text) =>
  saysTotal(text) ||
  /\b(in all|all ?together|over ?all|totals?|sum|kul|jumla|month(ly)? (spend|spending|expenses?)|spent so far)\b|कुल|जोड़/iu.test(
    text,
  );

const SECTION =
  /^\W*((primary |add-?on )?card (no|number)\b|card ?holder|(domestic|international) (transactions|spends)|transactions (for|of|in) |(retail )?purchases? (and|&) (cash|instal+ments?|other|debits?)\b|(other )?(fees?|charges?|interest) (and|&) (other )?(charges?|fees|debits|interest)\s*$|payments?,? (and|&) (other )?credits?\s*$)/iu;

/** A line between the rows of two cards, or kinds of payments. @param {string} text */
export const saysSection = (text) => SECTION.test(text);

/** A line above what the whole statement comes to. @param {string} text */
export const saysSummary = (text) => /^\W*(statement|account|transaction) summary\b/iu.test(text);

/** Words of money that came in, for files whose signs alone don't tell. @param {string} text */
export const saysIncome = (text) =>
  /\b(salary|income|received|interest|dividend|deposit|inward|refund|cashback|credited|stipend|bonus|wages?|payroll|pay ?che(ck|que)s?|pension)\b/iu.test(
    text,
  );
/** Words that name an income by itself, among amounts that nothing gives a sign. @param {string} text */
export const mayBeIncome = (text) =>
  /^(?:monthly )?(?:salary|stipend|pension|dividend|bonus|rent received|interest (?:credit(?:ed)?|received|earned|income|on (?:savings|fd)))\b/iu.test(
    text,
  );

/** What is saved for oneself: a household may call it spent, or not. @param {string} text */
export const saysPutBy = (text) =>
  /\bmutual ?funds?\b|\bsip (?:inst|purchase|debit|of|in|for)|\b(?:inst|installment|instalment|mf|fund) sip\b|\b(?:zerodha|groww|upstox|kuvera|indian clearing corp\w*|iccl|nse clearing|bse ?star ?mf|nps trust|sukanya samriddhi)\b|\bppf\b/iu.test(
    text,
  );

/** The statement of a loan, and of no account that pays for one. @param {string} text outside of its tables */
export const saysLoanAccount = (text) =>
  /\bloan (?:a\/c|acc(?:oun)?t|agreement)(?: (?:no|number|statement)\b|\s*[:#])|\bstatement of (?:[\w.]+ ){0,3}loan\b|\bloan statement\b|\bloan (?:a\/c|account) statement/iu.test(
    text,
  ) && !/\b(?:savings?|current|salary) (?:bank )?(?:a\/c|acc(?:oun)?t)|credit ?card/iu.test(text);

/** @param {string} text */
export const saysCardStatement = (text) =>
  /credit ?card|\bcard (no|number|ending)\b|minimum (amount )?due|total amount due|reward ?points?|billing ?amount ?sign|card ?member|credit limit|\badd-?on\b|\bpoints\b/iu.test(
    text,
  );
