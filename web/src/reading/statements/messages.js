/** Messages of banks, cards, UPI apps and wallets: amount, day, payee, reference, debit or credit. */
import { anyOf } from './any-of.js';
import { cut } from '../folding.js';
import { readAmountCell } from './cell-amounts.js';
import { readDateCell } from './cell-dates.js';
import { referenceOf, titled } from './narration.js';
import { saysCardBill, saysRefund, saysSelf } from './row-words.js';

/**
 * @typedef {object} Message
 * @property {'expense' | 'refund' | 'left out'} kind
 * @property {string} [reason] of what is left out
 * @property {number | null} amount_paise
 * @property {string | null} date null where the message has none: the day it came
 * @property {string} payee
 * @property {string | null} reference
 * @property {string | null} account its last digits
 * @property {string} text the whole message
 */

const LONGEST = 1500;
/** Among messages of one line each, what is shorter goes on with another one. */
const LEAST_LINE = 40;
export const NO_PAYMENT = 'no payment in it';

const ONE_TIME =
  /(?<!(?<!\bbe )\b(?:debited|spent)\b[\s\S]*)\buse \d{4,8} (?:to|for) (?:authori[sz]|approv|complet|verif|confirm|log)|ओटीपी(?: है)?[\s:-]{0,3}\d{4,8}(?!\d)|\d{4,8} .{0,12}ओटीपी है|\botp\b.{0,20}\b(is|for)\b|\b(is|use|your|enter)\b.{0,40}\b(otp|one[- ]time|verification code)|\d{4,8} is .{0,30}(otp|code|password|pin)/iu;
/** A telephone number, which has twelve digits as references do. */
const CALLED = /\b(?:to|call|dial|sms|on)[ :]+\+?(?:91|0)?[- ]?[6-9]\d{9}\b/giu;

/** Whatever else is said of the amount, it did not move, or moved back. */
const FAILED =
  /declin|fail|unsuccess|could not|couldn.t|not (been )?(processed|completed|debited|executed)|cancelled|rejected|timed out|bounced|dishonou?red|returned unpaid/iu;
/** What failed has come back; it may be that it only will, if it was debited at all. */
const GIVEN_BACK =
  /(?<!\bbe )(?:refunded|reversed)|(?:\brefund\b|reversal)(?!(?:(?![.!?]\s+[a-z]).){0,60}\bwill (?!reflect|show|follow|be (?:reflected|visible|shown|updated)))/iu;
/** What is said of whatever might fail. */
const IN_CASE =
  /\b(?:if|in case)\b[^.\n]*|[,;-]\s*(?:any |all |every |the )?(?:failed|unsuccessful|declined) (?:transactions?|txns?|payments?|amounts?)\b(?=[^.\n]*\bwill\b)[^.\n]*/giu;
const WILL_COME_BACK =
  /\bwill be\b.{0,30}\b(?:reversed|refunded|credited)\b|\b(?:refund|reversal)\b.{0,60}\bwill\b/iu;
/** It did not, unless the same sentence says that it did: `debited towards charges due to insufficient funds`. */
const STOPPED = /insufficient|blocked|\bpending\b/iu;
/** Somebody asks for it. */
const ASKED =
  /request(ed|ing)\b|request(s)? (of|for|from)\b.{0,30}(money|payment|rs|inr|₹)|collect request|sent (you )?an? .{0,20}request/iu;
/** In Hindi, what the sentence with the amount says. */
const HINDI = {
  failed: /(?:असफल|विफल|अस्वीकृत|अस्वीकार)(?! (?:होने|लेन))|(?<!(?:आपने|द्वारा) )नहीं (?:हो|हुआ|किया|किए)/u,
  asked: /अनुरोध(?! ?(?:है|करें|कर सक))/u,
  ahead: /जाएगा|जाएगी|जाएंगे|जायेगा|होगा|होंगे|देय|ऑफर/u,
};
/** It is to move, or might, unless the same sentence says that it did: `debited towards EMI due on 05-10-26`. */
const AHEAD = anyOf(
  /request(s)?\b.{0,30}(money|payment|rs|inr|₹|from)/u,
  /will be (debited|deducted|charged|auto|processed|executed)/u,
  /(is|payment) due/u,
  /due (on|date|by)/u,
  /bill (is )?generated/u,
  /statement (is )?(ready|generated)/u,
  /minimum due/u,
  /min(imum)? amt/u,
  /mandate\b(?: (?:of|for) .{0,60}?)?(?: (?:is|was|has been))?(?: successfully)? (created|registered|approved|set)/u,
  /auto ?pay (is )?set/u,
  /pre-?approved/u,
  /apply/u,
  /offer/u,
  /eligible/u,
  /to be debited/u,
  /is scheduled/u,
);
/** What else may be had; behind what was paid, it is of no weight. */
const OFFER = /\b(?:get|earn|win|enjoy|avail|grab|save)\b.{0,20}(?:up ?to|flat|₹|rs\b|inr\b)/iu;
const INVITING = /(?<=[.;,!]\s{0,3})(?:get|earn|win|enjoy|avail|grab|save)\b[^.;\n]*/giu;
const DONE = anyOf(
  /(?:डेबिट|क्रेडिट|जमा|प्राप्त|खर्च|भुगतान|रिफंड).{0,12}(?:हुआ|हुए|हुई|गया|गए|गई|कर दिए)/u,
  /(?<!\b(?:be|if|once|when|until|till|not|get) (?:auto(?:matically)?[- ]?)?)\b(debited|spent|sent|paid|withdrawn|transferred|charged|deducted|credited|received|refunded|deposited|executed)\b|\b(?:(?:imps|neft|rtgs|upi|fund) (?:transfer |payment )?of\b.{0,90}\bsuccessful)|\b(is|was|been|were) (successful|(successfully )?(completed|processed))\b|\bprocessed successfully\b|\brecharge\b.{0,60}\bsuccessful\b/u,
  /(?<!\b(?:be|if|once|when|until|till|not|get) )\b(?:(?:was|has been) used|used for (?:rs|inr|₹))/u,
  // An offer has its own words before it, or no day.
  /^\s*(?:dear [^,]{1,30}, )?(?:your )?(?:upi )?(?:txn|transaction) of (?:rs|inr|₹).{0,90}\bon \d{1,2}[-/ ]?(?:\d{1,2}[-/ ]|[a-z]{3})/u,
);
const SENTENCE = /[^\n]+?(?:[.!?।](?=\s+(?:[A-Z₹]|\p{Script=Devanagari}))|\n|$)/gu;
const WALLET_LOADED =
  /\bwallet\b.{0,40}\bloaded\b|\bloaded\b.{0,40}\bwallet\b|\bupi lite\b.{0,30}\b(?:top|load|add)|\b(?:top(?:ped)?[- ]?up|load(?:ed)?|added)\b.{0,40}\b(?:upi lite|amazon pay balance)\b|^(?!.*(cash ?back|refund)).*\badded to your .{0,20}\bwallet\b/iu;
const OUT = anyOf(
  /डेबिट|निकाले|खर्च|भुगतान कि/u,
  /\b(debited|debit|spent|paid|sent|withdrawn|withdrawal|purchase|used (?:for|at|on)|txn|transaction|transferred|charged|dr|deducted|payment of|money transfer|using .{0,30}\bcard|cheque\b(?!.{0,80}\b(?:deposit|credit)).{0,80}\b(?:cleared|passed))\b/u,
  // Banks tell of what comes in by the same words: it goes to somebody, and nothing says that it came.
  /\b(?:imps|neft|rtgs|fund transfer) of\b(?![\s\S]*\b(?:credited|received|deposited|refund(?:ed)?|cr|credit|added|reversed|reversal|returned|(?:from|by) (?!(?:your )?(?:a\/?c|acc?t|account)\b|(?:imps|neft|rtgs|upi)\b|\d)|sender|to your)\b)(?=[^\n]* to )/u,
);
/** What pays by itself, and mostly tells of it before: it counts where it is done. */
const BY_ITSELF =
  /\b((?:auto ?pay|mandate) (?:of|for)|standing instruction for|recharge (?:of|for))\b/iu;
const IN = anyOf(
  /\b(credited|received|deposited|refund(?:ed)?|cashback|cr|credit of|added to|reversed|reversal)\b/u,
  /क्रेडिट(?! ?कार्ड)|जमा|प्राप्त|रिफंड/u,
);
const AMOUNT =
  /(?:(?<code>rs\.?|inr\.?|₹|(?<![\p{L}\p{M}])(?:रु\.?|रुपये|रुपए)|usd|eur|gbp|aed|sgd|\$|€|£)[\s:]*)(?<digits>\d[\d,]*(?:\.\d{1,2})?)|(?<bare>\b\d[\d,]*\.\d{2})\b(?=.{0,25}(debited|spent|paid)| ?(?:रु|रुपये|रुपए))|(?<=\b(?:debited|credited) by )(?<by>\d[\d,]*(?:\.\d{1,2})?)/giu;
const DATE =
  /\b(\d{4}:\d{2}:\d{2}|\d{1,2} [a-z]{3} ['’]\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[- ]?[a-z]{3,9}[-, ]{0,2}\d{2,4}|[a-z]{3,9} \d{1,2}, \d{4})\b/giu;
const ACCOUNT =
  /(?:a\/?c|acc?t|account|card|ending|wallet|खाते|खाता|कार्ड)[^\d\n;]{0,25}?[x*.]*(\d{3,6})\b/iu;

/** What comes after a name. */
const END =
  / (?:on|via|using|with|is|was|has|debited|processed|successful(?:ly)?|paid|done) | upi| umrn| ref|[ (]\d{1,2}[-/]\d{1,2}[-/]|\(|,|;|\. |\.$|\n|$/
    .source;
/** @param {string} before @param {{name?: string, end?: string, flags?: string}} [options] */
const named = (before, { name = "[a-z0-9][\\w &.'*/-]{1,45}?", end = END, flags = 'giu' } = {}) =>
  new RegExp(`${before}(${name})(?=${end})`, flags);

/** Best first. @type {RegExp[]} */
const PAYEES = [
  // An address may have the name behind it, in capitals: other words say how.
  /\b[Vv][Pp][Aa] [\w.-]+@[a-zA-Z]+ ([A-Z][A-Z .&'-]{2,40}?)(?= on )/gu,
  /\bupi[-/](?:p2[am][-/])?\d{9,}[-/](?:p2[am][-/])?([a-z][^\n/]{1,40}?)(?= transaction\b| not you\b|(?: \w+)? bank\s*$|[\n/]|\. |$)/giu,
  /\bcredited to ([\w.-]{2,40})@[a-z]{2}/giu,
  /\b(?:to|at|vpa|towards)\s+(?:vpa )?([\w.-]{2,40})@[a-z]{2}/giu,
  /(?:[;,]|\d and)\s*([^;,.]{2,40}?) credited/giu,
  /\bvpa\s+(?:[\w.-]+@[\w.-]+\s*)?\(?([a-z][\w &.'-]+?)\)?(?= on | \(|\)|\.|,|;|$)/giu,
  named(
    String.raw`\b(?:trf|transfer(?:red)?|sent|paid|payment|txn)\b[^\n;]{0,50}? to (?:vpa |a\/c (?:of )?|payee )?(?:(?:mr|mrs|ms|dr|shri|smt)\. )?`,
    { name: "[\\w][\\w &.'*@-]{1,45}?", end: ` from | at |${END}` },
  ),
  // Of one's own account its bank or kind stands there.
  /\b(?:to|in|into) a\/c [x*]*\d{3,6} \(([a-z][\w &.'-]{1,45}?)\)/giu,
  /\bin favou?r of ([a-z][\w &.'-]{1,45}?)(?= cleared| on | from | is | has |[.,;]|$)/giu,
  named(String.raw`(?:\b(?:at|towards)\s+(?:your )?|(?:^|\s)@\s?(?:upi_)?)`),
  /\b(?:from|by)\s+(?:vpa )?(?!a\/?c|acc?t|account|your|hdfc|sbi|icici|axis|kotak|card|bank)([a-z][\w &.'@-]{1,45}?)(?= on | via | ref| upi| to | in |\(|,|;|\. |\.$|\n|$)/giu,
  /^to[: ]+([^\n]{2,45})$/gimu,
  named(String.raw`\b(?:info|for)[: ]+(?:upi[-/ ])?`, {
    name: "[a-z][\\w &.'*/-]{1,45}?",
    end: ` from | of |${END}`,
  }),
  named(String.raw`\bto `, { name: "[A-Z][\\w &.'-]{1,45}?", flags: 'gu' }),
  // Behind the day: `on 08-Oct-26 on IND*SHOP`, or on a line of its own.
  named(String.raw`\d{2} on (?:[a-z]{3}\*)?`, { name: "[a-z][\\w &.'*/-]{1,45}?" }),
  /\d[, ]+\d{1,2}:\d{2}:\d{2}(?: ist)?\s+(?!by )([^\n:]{2,40}?)(?= avl| not you|\n|$)/giu,
];
/** What stands where a name would, but is the way that the money went or where it came from. */
const NOT_A_PAYEE =
  /^(an? (?:transaction|txn|purchase|payment)|your|a\/?c|acct|account|card|bank|upi|you|the|block|not|rs|inr|sms(?! (?:alert )?(?:charges?|chrgs?|fees?)\b)|call|cheque|(mob(ile)?|net|internet)[ -]?(bk|banking)|imps|neft|rtgs|atm|auto ?pay|mandate|[x*\d]+)\b|\b(card|a\/?c|acc?t) (ending|no|[x*])/iu;

/**
 * @param {string} text one message or many: an empty line, or a line for each, divides them
 * @returns {Message[]}
 */
export function readMessages(text) {
  return messagesIn(text).map(readMessage);
}

/** What chats and phones write before a message: when it came, and who it is of. */
export const STAMP =
  /^\u200E?\[?(\d{1,2}\/\d{1,2}\/\d{2,4}), ?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?:\]| -) [^:\n]{1,40}: /iu;

const STAMPED =
  /^\u200E?\[?\d{1,2}\/\d{1,2}\/\d{2,4}, ?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?(?:\]| -) /iu;

/** Whether nearly every line of a text is a message of a chat: its commas divide nothing. @param {string} text */
export function isChat(text) {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return lines.filter((line) => STAMPED.test(line)).length > lines.length / 2;
}

/** @param {string} text */
function messagesIn(text) {
  const lines = text.split(/\r?\n/u);
  if (lines.some((line) => STAMP.test(line))) {
    const begins = lines.flatMap((line, at) => (at === 0 || STAMP.test(line) ? [at] : []));
    return begins
      .map((at, index) =>
        lines
          .slice(at, begins[index + 1])
          .join('\n')
          .trim(),
      )
      .filter(Boolean);
  }
  const blocks = text
    .split(/\r?\n\s*\r?\n/u)
    .map((block) => block.trim())
    .filter(Boolean);
  return blocks.flatMap((block) => {
    const lines = block.split(/\r?\n/u);
    const isWhole = lines.map((line) => tellsAmount(line) && (OUT.test(line) || IN.test(line)));
    const isOfLines =
      isWhole.filter(Boolean).length > 1 &&
      lines.every((line, at) => isWhole[at] || (at > 0 && line.length >= LEAST_LINE));
    return isOfLines ? lines : [block];
  });
}

/** @param {string} text @returns {Message} */
export function readMessage(text) {
  const whole = cut(text, LONGEST).trim();
  const [stamp = '', came = ''] = STAMP.exec(whole) ?? [];
  const message = whole.slice(stamp.length);
  const [amount] = amountsIn(message);
  const isDone = saysDone(message);
  const [out, into] = [
    Math.min(firstOf(OUT, message), isDone ? firstOf(BY_ITSELF, message) : Infinity),
    firstOf(IN, message),
  ];
  const known = {
    amount_paise: amount?.paise ?? null,
    date: daysIn(message)[0] ?? readDateCell(came, 'dmy'),
    payee: payeeOf(message),
    reference: referenceOf(message.replace(CALLED, ' ')),
    account: ACCOUNT.exec(message)?.[1] ?? null,
    text: whole,
  };
  const leftOut = (/** @type {string} */ reason) => ({
    kind: /** @type {const} */ ('left out'),
    reason,
    ...known,
  });
  if (ONE_TIME.test(message)) return leftOut('one-time password');
  const hindi = ofAmount(message);
  const happened = isDone ? withoutCases(message) : message;
  const hasFailed = FAILED.test(happened) || HINDI.failed.test(hindi);
  if ((hasFailed || (!isDone && STOPPED.test(message))) && !GIVEN_BACK.test(message))
    return leftOut('not completed');
  const isAsked = ASKED.test(message) || HINDI.asked.test(hindi);
  if (isAsked || (!isDone && (AHEAD.test(message) || HINDI.ahead.test(hindi) || isOffer(message))))
    return leftOut('a request, not a payment');
  if (!amount) return leftOut(/bal(ance)?\b/iu.test(message) ? 'balance' : NO_PAYMENT);
  if (saysSelf(message) || WALLET_LOADED.test(message)) return leftOut('transfer to oneself');
  if (out === Infinity && into === Infinity)
    return leftOut(/\b(bal(ance)?|limit)\b/iu.test(message) ? 'balance' : NO_PAYMENT);
  if (amount.currency !== 'INR') return leftOut('another currency');
  // It comes with a message of its own, when it has come.
  if (
    !isDone &&
    /will be (credited|refunded|reversed)|\brefund\b.{0,80}\binitiated\b/iu.test(message)
  )
    return leftOut('not completed');
  const isBill =
    saysCardBill(message) ||
    /payment .{0,60}(received|credited).{0,60}\bcard\b|\bpayment\b.{0,60}\bcard\b.{0,40}\b(?:received|credited)\b(?! by)|received payment.{0,60}\bcard\b|received towards .{0,40}\bcard\b|\bcard\b.{0,30}: ?payment of .{0,40}received/iu.test(
      message,
    );
  if (isBill) return leftOut("payment of a card's bill");
  if (
    into < out ||
    /\brefund|(?<!\bbe )\breversed|\bcashback (of|received|credited)/iu.test(
      happened.replace(INVITING, ' '),
    )
  ) {
    // The payment's own day may be told before the one on which it came back.
    const date = daysIn(message.replace(UNTIL, ' ')).sort().pop() ?? known.date;
    return saysRefund(message) ? { kind: 'refund', ...known, date } : leftOut('money in');
  }
  return { kind: 'expense', ...known };
}

/** Days by which something is to be. */
const UNTIL = /\b(?:by|till|until|upto|up to|before|within|valid|expir\w+)\b[^.\n]{0,40}/giu;

/** @param {string} text @returns {string[]} the days that it names, in order */
const daysIn = (text) =>
  (text.match(DATE) ?? []).flatMap((found) => {
    const day = readDateCell(found.replace(/^(\d{4}):(\d{2}):(\d{2})$/u, '$1-$2-$3'), 'dmy');
    return day ? [day] : [];
  });

/** @param {string} text @returns {string[]} */
const sentencesIn = (text) => text.match(SENTENCE) ?? [];

/** Whether a sentence with an amount says that it moved. @param {string} text */
const saysDone = (text) =>
  sentencesIn(text).some(
    (sentence) =>
      DONE.test(sentence) && !/^\s*(?:if\b|यदि|अगर)|\?$/iu.test(sentence) && tellsAmount(sentence),
  );

/** Without what is said of what might fail, and of what will come back then. @param {string} text */
const withoutCases = (text) =>
  sentencesIn(text.replace(IN_CASE, ' ').replaceAll(';', '\n'))
    .filter((sentence) => !WILL_COME_BACK.test(sentence) || tellsAmount(sentence))
    .join('');

/** What is said of the amount itself, and not below it: `यदि आपने नहीं किया`. @param {string} text */
const ofAmount = (text) =>
  sentencesIn(text)
    .filter(tellsAmount)
    .map((sentence) => sentence.replace(/(?:यदि|अगर).*/u, ' '))
    .join(' ');

/** A day in the sentence with the amount says that it moved, unless that makes the offer. @param {string} text */
function isOffer(text) {
  if (!OFFER.test(text)) return false;
  const sentences = text.match(/[^\n]+?(?:;|[.!?](?=\s+[A-Z₹])|\n|$)/gu) ?? [];
  const at = sentences.findIndex(tellsAmount);
  const hasDay = at >= 0 && daysIn(sentences[at].replace(UNTIL, ' ')).length > 0;
  return !hasDay || OFFER.test(sentences.slice(0, at + 1).join(' '));
}

/** @param {RegExp} words @param {string} text */
const firstOf = (words, text) => words.exec(text)?.index ?? Infinity;

/** @param {string} text */
const tellsAmount = (text) => amountsIn(text).length > 0;

/** Amounts in order, without balances and limits. @param {string} text */
function amountsIn(text) {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 48), match.index);
    if (
      /\bbal(?:ance)? in .{0,30} is\s*$|(bal|balance|limit|lmt|limit is|outstanding|total due)[^a-z\d]{0,12}(is|:|-|inr|rs)?[^a-z\d]{0,6}$/iu.test(
        before,
      )
    )
      return [];
    const { code, digits, bare, by } = match.groups ?? {};
    const amount = readAmountCell(`${(code ?? '').replace(/\.$/u, '')} ${digits ?? bare ?? by}`);
    return typeof amount === 'object' && amount.paise > 0
      ? [{ paise: amount.paise, currency: amount.currency ?? 'INR' }]
      : [];
  });
}

/** @param {string} text */
function payeeOf(text) {
  for (const pattern of PAYEES) {
    for (const [, found] of text.matchAll(pattern)) {
      const name = found.trim();
      if (!NOT_A_PAYEE.test(name)) return titled(name.replace(/@.*$| bill$/iu, ''));
    }
  }
  return '';
}
