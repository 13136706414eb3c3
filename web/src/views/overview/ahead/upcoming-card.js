import { html, nothing } from 'lit';
import { PageElement } from '../../../parts/element.js';
import '../../../parts/upcoming-list/upcoming-list.js';
import { upcomingSum } from '../../../parts/upcoming-list/upcoming-sum.js';
import { href } from '../../../data/router.js';
import { number } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';
import './upcoming-card.css';

const SHOWN = 4;

/**
 * What is due next by recurring rules, and what asks for its amount.
 *
 *     <upcoming-card .items=${store.recurring.upcoming(to)}></upcoming-card>
 */
class UpcomingCard extends PageElement {
  static properties = { items: { attribute: false } };

  constructor() {
    super();
    /** @type {readonly import('../../../data/upcoming.js').Upcoming[]} */
    this.items = [];
  }

  render() {
    const { items } = this;
    const title = t('recurring.upcoming.title');
    return html`<section class="card" aria-labelledby="ahead-title">
      <header>
        <h2 class="heading" id="ahead-title">${title}</h2>
        <a class="button quiet" href=${href('recurring')}>${t('recurring.upcoming.manage')}</a>
      </header>
      <p class="muted">${upcomingSum(items)}</p>
      <upcoming-list .items=${items.slice(0, SHOWN)} .label=${title}></upcoming-list>
      ${
        items.length > SHOWN
          ? html`<p>
              <a href=${href('recurring')}
                >${t('recurring.upcoming.all', { shown: number(items.length) })}</a
              >
            </p>`
          : nothing
      }
    </section>`;
  }
}

customElements.define('upcoming-card', UpcomingCard);
