import { html } from 'lit';
import { number } from '../../writing/format.js';
import { t } from '../../writing/text.js';

/**
 * How far the writing of an import is.
 *
 * @param {{count: number, of: number}} done
 * @param {boolean} stopping
 * @param {() => void} stop
 */
export const progressCard = ({ count, of }, stopping, stop) =>
  html`<section class="card progress" aria-labelledby="writing-title">
    <h2 class="heading" id="writing-title">${t('importing.writing.title')}</h2>
    <progress max=${of || 1} value=${count} aria-labelledby="writing-title"></progress>
    <p class="muted" role="status">
      ${t('importing.writing.progress', { done: number(count), of: number(of) })}
    </p>
    <p class="muted small">${t('importing.writing.leave')}</p>
    <button class="button" type="button" ?disabled=${stopping} @click=${stop}>
      ${t(stopping ? 'importing.writing.stopping' : 'importing.writing.cancel')}
    </button>
  </section>`;
