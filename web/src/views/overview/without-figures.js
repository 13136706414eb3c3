/** What the overview shows while it has no figures: that they come, or that they did not. */
import { html } from 'lit';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';

export function failure() {
  return html`<div class="card failure" role="alert">
    <p>${t('overview.failed')}</p>
    <button class="button" type="button" @click=${() => store.retry()}>${t('app.retry')}</button>
  </div>`;
}

export function skeleton() {
  return html`<div class="figures" role="status">
    <span class="visually-hidden">${t('app.loading')}</span>
    ${['total', 'chart', 'chart'].map(
      (name) =>
        html`<div class="card ${name}">
          <div class="skeleton"></div>
        </div>`,
    )}
  </div>`;
}
