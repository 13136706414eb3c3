import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './file-drop.css';

/**
 * Takes a file, chosen or dropped anywhere on the page: a file that misses the card by a finger's width
 * would otherwise replace the page.
 *
 *     <file-drop .busy=${'Reading x.csv…'} .problem=${''} @file=${({ detail: file }) => …}></file-drop>
 */
class FileDrop extends PageElement {
  static properties = {
    busy: { attribute: false },
    problem: { attribute: false },
    over: { state: true },
  };

  constructor() {
    super();
    this.busy = '';
    this.problem = '';
    this.over = false;
    this.onHover = (/** @type {DragEvent} */ event) => this.#hover(event);
    this.onDrop = (/** @type {DragEvent} */ event) => this.#drop(event);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('dragover', this.onHover);
    addEventListener('dragleave', this.onHover);
    addEventListener('drop', this.onDrop);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('dragover', this.onHover);
    removeEventListener('dragleave', this.onHover);
    removeEventListener('drop', this.onDrop);
  }

  /** @param {FileList | null | undefined} files */
  #take(files) {
    const file = files?.[0];
    if (file) this.dispatchEvent(new CustomEvent('file', { detail: file }));
  }

  /** @param {DragEvent} event */
  #hover(event) {
    event.preventDefault();
    this.over = event.type === 'dragover';
  }

  /** @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files);
  }

  render() {
    return html`
      <section class="card zone ${this.over ? 'over' : ''}" aria-labelledby="file-drop-title">
        <span class="sign">${icon('file', 28)}</span>
        <h2 class="heading" id="file-drop-title">${t('importing.start.title')}</h2>
        <p class="muted">${t('importing.start.text')}</p>
        <label class="button primary">
          <input
            class="visually-hidden"
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            ?disabled=${Boolean(this.busy)}
            @change=${(/** @type {Event} */ event) => {
              const input = /** @type {HTMLInputElement} */ (event.target);
              this.#take(input.files);
              input.value = '';
            }}
          />
          ${icon('import', 20)}${t('importing.start.choose')}
        </label>
        <p class="small muted" aria-hidden="true">
          ${t(this.over ? 'importing.start.dropNow' : 'importing.start.drop')}
        </p>
        <p role="status" class="small">${this.busy}</p>
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      </section>
    `;
  }
}

customElements.define('file-drop', FileDrop);
