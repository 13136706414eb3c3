/** What comes with the first ledger that is shared. */
import { addTexts } from '../../../writing/text.js';
import * as texts from '../../../writing/text/en/together.js';
import './fair-shares.js';
import './who-paid.js';

addTexts(texts);
