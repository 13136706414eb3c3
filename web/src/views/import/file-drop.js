import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './file-drop.css';

/** What the reader knows; phones offer by it which apps to choose from. */
const ACCEPTED =
  '.csv,.tsv,.txt,.xls,.xlsx,.pdf,.htm,.html,.ofx,.qfx,.qif,.sta,.940,.mt940,.json,text/*,application/pdf,application/vnd.ms-excel,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/x-ofx,application/json';

/**
 * Takes a file, chosen, dropped anywhere on the page (a file that misses the card by a finger's width
 * would otherwise replace the page) or pasted as text, and the password of one that is protected.
 *
 *     <file-drop .busy=${'Reading x.csv…'} .problem=${''} .locked=${'x.pdf' or ''}
 *       @file=${({ detail: file }) => …} @password=${({ detail: password }) => …} @stop=${…}></file-drop>
 */
class FileDrop extends PageElement {
  static properties = {
    busy: { attribute: false },
    problem: { attribute: false },
    locked: { attribute: false },
    over: { state: true },
  };

  constructor() {
    super();
    this.busy = '';
    this.problem = '';
    this.locked = '';
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

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if ((changed.has('locked') || changed.has('busy')) && this.locked && !this.busy)
      /** @type {HTMLInputElement | null} */ (this.querySelector('#file-password'))?.focus();
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
            accept=${ACCEPTED}
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
        ${
          this.busy
            ? html`<button class="button" type="button" @click=${() => this.#stop()}>
                ${t('importing.start.stop')}
              </button>`
            : nothing
        }
        ${this.locked && !this.busy ? this.#password() : nothing}
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        ${this.#paste()}
      </section>
    `;
  }

  #stop() {
    this.dispatchEvent(new Event('stop'));
  }

  /** Kept nowhere: neither by the page nor, as it isn't of this site, by the browser. */
  #password() {
    return html`<form class="password" @submit=${this.#unlock}>
      <div class="field">
        <label for="file-password">${t('importing.start.password', { name: this.locked })}</label>
        <input
          class="input"
          id="file-password"
          name="password"
          type="password"
          autocomplete="off"
          required
          aria-describedby="file-password-hint"
        />
        <p class="small muted" id="file-password-hint">${t('importing.start.passwordHint')}</p>
      </div>
      <button class="button primary">${t('importing.start.open')}</button>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  #unlock(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const detail = String(new FormData(form).get('password'));
    form.reset();
    this.dispatchEvent(new CustomEvent('password', { detail }));
  }

  #paste() {
    return html`<details class="paste">
      <summary>${t('importing.start.paste')}</summary>
      <form @submit=${this.#takeText}>
        <div class="field">
          <label for="pasted">${t('importing.start.pasteText')}</label>
          <textarea class="input" id="pasted" name="text" rows="6" required></textarea>
        </div>
        <button class="button" ?disabled=${Boolean(this.busy)}>
          ${t('importing.start.readText')}
        </button>
      </form>
    </details>`;
  }

  /** @param {SubmitEvent} event */
  #takeText(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const text = String(new FormData(form).get('text'));
    const detail = new File([text], t('importing.start.pasted'), { type: 'text/plain' });
    this.dispatchEvent(new CustomEvent('file', { detail }));
  }
}

customElements.define('file-drop', FileDrop);
