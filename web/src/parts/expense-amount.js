import { money } from '../writing/format.js';

/**
 * An amount as a list shows it: what came back has a plus, and the word beside it.
 *
 * @param {{kind?: string, amount_paise: number}} expense
 * @param {(paise: number) => string} [write]
 */
export const amountText = ({ kind, amount_paise }, write = money) =>
  `${kind === 'refund' ? '+' : ''}${write(amount_paise)}`;
