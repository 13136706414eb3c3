/** Statements written at random from a seed, with what is right for each: for the property test. */

/** @typedef {import('./held-to-truth.js').Truth & {text: string}} Truth */

/** @param {number} seed mulberry32 @returns {() => number} */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SHOPS = [
  'CORNER BAKERY',
  'METRO RAIL',
  'SAMPLE POWER',
  'GREEN VEG',
  'TEA POINT',
  'BOOK NOOK',
  'CITY CABS',
];
const SOURCES = ['SALARY SAMPLE WORKS', 'INTEREST PAID', 'NEFT RECEIVED DEMO RELATIVE'];
const DATE_NAMES = ['Date', 'Txn Date', 'Transaction Date', 'Tran Date', 'DATE'];
const TEXT_NAMES = ['Narration', 'Description', 'Particulars', 'Transaction Remarks', 'Details'];
const PAIRS = [
  ['Debit', 'Credit'],
  ['Withdrawal Amt.', 'Deposit Amt.'],
  ['Withdrawals', 'Deposits'],
  ['Debit Amount', 'Credit Amount'],
  ['Paid Out', 'Paid In'],
  ['Withdrawal Amount (INR )', 'Deposit Amount (INR )'],
];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** @type {((y: string, m: string, d: string) => string)[]} */
const DATES = [
  (y, m, d) => `${d}/${m}/${y}`,
  (y, m, d) => `${d}-${m}-${y}`,
  (y, m, d) => `${d}/${m}/${y.slice(2)}`,
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${d} ${MONTHS[Number(m) - 1]} ${y}`,
  (y, m, d) => `${d}-${MONTHS[Number(m) - 1]}-${y.slice(2)}`,
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${d}/${m}/${y} 10:15:00`,
  (y, m, d) => `${d}.${m}.${y}`,
];

/**
 * @param {number} seed
 * @returns {{text: string, truths: Truth[], form: string}}
 */
export function writtenStatement(seed) {
  const random = randomOf(seed);
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(random() * from.length)];
  const chance = (/** @type {number} */ share) => random() < share;
  const divider = pick([',', ';', '\t', '|', '~', '~|~']);
  const sign = pick([
    'pair',
    'pair',
    'pair',
    'side',
    'side-cr-only',
    'signed',
    'plus',
    'in-cell',
    'bracketed',
    'worded',
    'unsigned',
  ]);
  const hasBalance = sign === 'unsigned' || chance(0.6);
  const grouped = divider === ',' ? pick(['plain', 'quoted']) : pick(['plain', 'indian', 'rupee']);
  const asDate = pick(DATES);
  const zeros = pick(['', '0.00', '-', ' ']);
  const creditFirst = chance(0.2);
  const formulas = divider === ',' && chance(0.15);

  const truths = transactions(random, 4 + Math.floor(random() * 24));
  let balance = 5000000 + Math.floor(random() * 90000000);
  const opening = balance;
  const [debitName, creditName] = pick(PAIRS);
  const names = [pick(DATE_NAMES), pick(TEXT_NAMES)];
  if (sign === 'pair')
    names.push(...(creditFirst ? [creditName, debitName] : [debitName, creditName]));
  else names.push(pick(['Amount', 'Transaction Amount', 'Amount (INR)']));
  if (sign === 'worded') names.push('Transaction Type');
  if (sign.startsWith('side')) names.push(pick(['Dr/Cr', 'DR / CR', 'Type', 'Cr/Dr']));
  if (hasBalance)
    names.push(pick(['Balance', 'Closing Balance', 'Balance (INR)', 'Running Balance']));
  const swap = chance(0.3);
  const serial = chance(0.3);

  const money = (/** @type {number} */ paise) => amountText(paise, grouped);
  const rows = truths.map(({ date, paise, out, text }) => {
    balance += out ? -paise : paise;
    const [y, m, d] = date.split('-');
    const cells = [asDate(y, m, d), text];
    const pair = [out ? money(paise) : zeros, out ? zeros : money(paise)];
    if (sign === 'pair') cells.push(...(creditFirst ? pair.reverse() : pair));
    else if (sign === 'worded') cells.push(money(paise), out ? 'Withdrawal' : 'Deposit');
    else if (sign === 'bracketed') cells.push(`${money(paise)} (${out ? 'Dr' : 'Cr'})`);
    else if (sign === 'side') cells.push(money(paise), out ? 'DR' : 'CR');
    else if (sign === 'side-cr-only') cells.push(money(paise), out ? '' : 'CR');
    else if (sign === 'signed') cells.push((out ? '-' : '') + money(paise));
    else if (sign === 'plus') cells.push((out ? '-' : '+') + money(paise));
    else if (sign === 'in-cell') cells.push(`${money(paise)} ${out ? 'Dr' : 'Cr'}`);
    else cells.push(money(paise));
    if (hasBalance) cells.push(money(balance));
    return cells;
  });
  if (chance(0.4)) rows.reverse();
  const table = [names, ...rows].map((cells, index) => {
    const placed =
      swap && !/^(side|worded)/u.test(sign) ? [cells[1], cells[0], ...cells.slice(2)] : cells;
    return serial ? [index === 0 ? 'S No.' : String(index), ...placed] : placed;
  });
  const loose = chance(0.3) && hasBalance;
  const written = (/** @type {string} */ cell) => {
    if (formulas && !(loose && cell.startsWith('UPI'))) return `="${cell}"`;
    return cell.includes(divider) && !(loose && cell.startsWith('UPI')) ? `"${cell}"` : cell;
  };
  const lines = table.map((cells) => cells.map(written).join(divider));
  const preamble = chance(0.5)
    ? [`Account Statement`, `Name${divider}ASHA DEMO`, `Account No${divider}00000000`, '']
    : [];
  const footer = chance(0.5)
    ? [
        '',
        `Opening Balance${divider}${money(opening).replaceAll(',', '')}`,
        'This is a computer generated statement.',
      ]
    : [];
  if (chance(0.2) && lines.length > 8) lines.splice(6, 0, '', lines[0]);
  return {
    text: [...preamble, ...lines, ...footer].join(chance(0.5) ? '\r\n' : '\n'),
    truths,
    form: JSON.stringify({ divider, sign, hasBalance, grouped, date: asDate('2026', '10', '03') }),
  };
}

/** @param {() => number} random @param {number} count @returns {Truth[]} in time */
function transactions(random, count) {
  let day = Date.UTC(2026, Math.floor(random() * 12), 1 + Math.floor(random() * 28));
  return Array.from({ length: count }, (_, index) => {
    day += Math.floor(random() * 4) * 864e5;
    const out = random() < 0.8;
    const names = out ? SHOPS : SOURCES;
    const name = names[Math.floor(random() * names.length)];
    const comma = random() < 0.1 ? ', PUNE' : '';
    const number = String(627600000000 + index);
    return {
      number,
      date: new Date(day).toISOString().slice(0, 10),
      paise: 100 + Math.floor(random() * 500000),
      out,
      text: `UPI-${name}${comma}-${number}`,
    };
  });
}

/** @param {number} paise @param {string} style */
function amountText(paise, style) {
  const [rupees, rest] = [String(Math.floor(paise / 100)), String(paise % 100).padStart(2, '0')];
  const head = rupees.slice(0, -3).replace(/\B(?=(\d{2})+$)/gu, ',');
  const indian = head ? `${head},${rupees.slice(-3)}` : rupees;
  if (style === 'plain') return `${rupees}.${rest}`;
  return `${style === 'rupee' ? '₹' : ''}${indian}.${rest}`;
}
