import { noChange } from 'lit';
import { Directive, PartType, directive } from 'lit/directive.js';

/**
 * Gives an element custom properties from script, which the Content-Security-Policy allows. Lit's own
 * `styleMap` writes a `style` attribute on the first render, which it does not.
 *
 *     <span class="dot" ${cssProperties({ '--colour': category.colour })}></span>
 */
class CssProperties extends Directive {
  /** @param {import('lit/directive.js').PartInfo} part */
  constructor(part) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cssProperties stands in a tag by itself');
    /** @type {Map<string, string>} what was set last */
    this.known = new Map();
  }

  /** @param {Record<`--${string}`, string | number | null | undefined>} _properties */
  render(_properties) {
    return noChange;
  }

  /**
   * @param {import('lit/directive.js').ElementPart} part
   * @param {[Record<`--${string}`, string | number | null | undefined>]} properties
   */
  update({ element }, [properties]) {
    const { style } = /** @type {HTMLElement} */ (element);
    for (const name of this.known.keys()) if (!(name in properties)) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) {
      const text = value === null || value === undefined ? '' : String(value);
      if (this.known.get(name) !== text) style.setProperty(name, text);
      this.known.set(name, text);
    }
    return noChange;
  }
}

export const cssProperties = directive(CssProperties);
