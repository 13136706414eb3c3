/** Who gave whom how much, as texts say it. */
import { memberName } from '../../../parts/member-names.js';
import { shortMoney } from '../../../writing/format.js';

/** @param {{from: string, to: string, amount_paise: number}} transfer */
export const said = ({ from, to, amount_paise }) => ({
  from: memberName(from),
  to: memberName(to),
  amount: shortMoney(amount_paise),
});
