/** The cards with charts, whose code comes after the total. */
import './category-breakdown.js';
import './category-trend.js';
import './spending-over-time.js';
