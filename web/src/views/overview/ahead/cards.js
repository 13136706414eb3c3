/** What comes with the first thing that is to come. */
import './month-end-card.js';
import './upcoming-card.js';

export { monthEndOf } from './month-end.js';
