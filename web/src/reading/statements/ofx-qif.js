/** OFX and QIF as rows under a header, for the reader of tables. */

/** @typedef {import('./cells.js').Row} Row */

const OFX_FIELDS = ['DTPOSTED', 'NAME', 'MEMO', 'TRNAMT', 'FITID', 'CHECKNUM'];
const ENTITIES = /** @type {Record<string, string>} */ ({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
});

/** @param {string} text @returns {Row[]} */
export function readOfx(text) {
  const isCard = /<CREDITCARDMSGSRSV1>|<CCSTMTRS>/iu.test(text);
  const currency = /<CURDEF>\s*([A-Z]{3})/iu.exec(text)?.[1] ?? '';
  const blocks = text.split(/<STMTTRN>/iu).slice(1);
  const rows = blocks.map((block) => {
    const of = (/** @type {string} */ name) =>
      plain(new RegExp(`<${name}>([^<\\r\\n]*)`, 'iu').exec(block.slice(0, 5000))?.[1] ?? '');
    const [date, name, memo, amount, id, cheque] = OFX_FIELDS.map(of);
    const day = date.slice(0, 8).replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');
    // A statement's amounts are signed: a plus says that they came in.
    return [
      day,
      name,
      memo === name ? '' : memo,
      amount.startsWith('-') ? amount : `+${amount.replace(/^\+/u, '')}`,
      id,
      cheque,
      currency,
    ];
  });
  const header = ['Date', 'Description', 'Memo', 'Amount', 'Reference', 'Cheque no', 'Currency'];
  return numbered([...(isCard ? [['Credit card statement']] : []), header, ...rows]);
}

/** @param {string} text @returns {Row[]} */
export function readQif(text) {
  const isCard = /^!Type:CCard/imu.test(text);
  const rows = text.split(/^\^\s*$/mu).flatMap((block) => {
    const of = (/** @type {string} */ letter) =>
      new RegExp(`^${letter}(.*)$`, 'mu').exec(block)?.[1].trim().replace("'", '/') ?? '';
    const [date, amount] = [of('D').replace(/\s/gu, ''), of('T')];
    if (date === '' && amount === '') return [];
    const category = of('L');
    const isTransfer = /^\[.*\]$/u.test(category);
    const signed = amount.startsWith('-') ? amount : `+${amount.replace(/^\+/u, '')}`;
    return [[date, of('P'), of('M'), signed, isTransfer ? 'Transfer' : category, of('N')]];
  });
  const header = ['Date', 'Payee', 'Memo', 'Amount', 'Category', 'Cheque no'];
  return numbered([...(isCard ? [['Credit card statement']] : []), header, ...rows]);
}

/** @param {string[][]} rows @returns {Row[]} */
const numbered = (rows) => rows.map((cells, index) => ({ line: index + 1, cells }));

/** @param {string} text */
const plain = (text) =>
  text.replace(/&(\w+);/gu, (all, name) => ENTITIES[name.toLowerCase()] ?? all).trim();
