import { LitElement } from 'lit';

/**
 * The base of every component: Lit in light DOM, so that the page's stylesheet, labels and ARIA
 * references reach across components.
 */
export class PageElement extends LitElement {
  createRenderRoot() {
    return this;
  }
}
