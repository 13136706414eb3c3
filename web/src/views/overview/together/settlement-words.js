/** Settlements in words: who gave whom how much, and why one could not be recorded. */
import { ApiError } from '../../../data/api.js';
import { memberName } from '../../../parts/member-names.js';
import { shortMoney } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';

/** @param {import('../../../types.js').Transfer} transfer */
export const said = ({ from, to, amount_paise }) => ({
  from: memberName(from),
  to: memberName(to),
  amount: shortMoney(amount_paise),
});

/** @param {unknown} error */
export function refused(error) {
  const reason = error instanceof ApiError && error.errors[0]?.message;
  return t('together.fair.refused', { reason: reason || t('connection.failing') });
}
