import { html } from 'lit';
import { PageElement } from '../../../parts/element.js';
import { t } from '../../../writing/text.js';
import { onThemeChange } from '../../../writing/theme.js';
import { afterPaint } from '../../../parts/after-paint.js';
import { currentLook, textScale } from './chart-look.js';

/** @typedef {import('./chart-drawing.js').Chart} Chart */

/**
 * A chart. Its drawing code is fetched after the page has painted; a new theme draws it anew.
 *
 *     <chart-canvas .draw=${(look) => config} .label=${sentence}></chart-canvas>
 *
 * It is an image to screen readers, with a sentence for its text; the figures are in the table that
 * each chart can be shown as.
 */
class ChartCanvas extends PageElement {
  static properties = {
    draw: { attribute: false },
    label: { attribute: false },
    failed: { state: true },
  };

  constructor() {
    super();
    /** @type {(look: import('./chart-look.js').Look) => import('chart.js').ChartConfiguration} */
    this.draw = () => ({ type: 'line', data: { datasets: [] } });
    this.label = '';
    this.failed = false;
    /** @type {Chart | null} */
    this.chart = null;
    /** @type {typeof import('./chart-drawing.js') | null} */
    this.drawing = null;
    /** @type {(() => void) | undefined} */
    this.stop = undefined;
    /** Of the text that was drawn. */
    this.scale = 1;
    // A chart's height follows the page's text, and so do the texts in it.
    this.onResize = () => {
      if (textScale() !== this.scale) requestAnimationFrame(() => this.#redraw());
    };
    this.onOnline = () => this.failed && this.#load();
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onThemeChange(() => this.#redraw());
    addEventListener('online', this.onOnline);
    if (this.hasUpdated) this.#redraw();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop?.();
    removeEventListener('online', this.onOnline);
    this.#destroy();
  }

  firstUpdated() {
    this.#load();
  }

  /** Fetch the drawing code; when it does not come, it can be asked for again. */
  async #load() {
    try {
      await afterPaint();
      const drawing = await import('./chart-drawing.js');
      await turn();
      this.drawing = drawing;
      this.failed = false;
      await this.updateComplete;
      this.#redraw();
    } catch {
      this.failed = true;
    }
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('draw') && this.drawing) this.#update();
  }

  #update() {
    if (!this.chart) return this.#redraw();
    const { data, options } = this.draw(currentLook());
    this.chart.data = data;
    this.chart.options = { ...options, onResize: this.onResize };
    this.chart.update();
  }

  #redraw() {
    const canvas = this.querySelector('canvas');
    if (!this.drawing || !canvas || !this.isConnected) return;
    this.#destroy();
    const config = this.draw(currentLook());
    // Only what changes moves; the first sight of a chart is the whole of it.
    const animation = /** @type {const} */ (false);
    const options = { ...config.options, animation, onResize: this.onResize };
    this.scale = textScale();
    this.chart = new this.drawing.Chart(canvas, { ...config, options });
  }

  #destroy() {
    this.chart?.destroy();
    this.chart = null;
  }

  render() {
    if (this.failed) {
      return html`<div class="failed">
        <p class="muted small">${t('overview.chart.failed')}</p>
        <button type="button" class="button" @click=${() => this.#load()}>${t('app.retry')}</button>
      </div>`;
    }
    return html`<canvas role="img" aria-label=${this.label}></canvas>`;
  }
}

let last = Promise.resolve();

/** Charts are drawn one after another, so that the page answers to the finger in between. */
function turn() {
  last = last.then(() => new Promise((resolve) => setTimeout(resolve)));
  return last;
}

customElements.define('chart-canvas', ChartCanvas);
