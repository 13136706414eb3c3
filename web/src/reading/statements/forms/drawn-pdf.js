/** PDFs drawn from plain text: each word stands on the page where it stands in the text. */
// @ts-expect-error The library that writes the test's PDFs has no types here.
import PDFDocument from 'pdfkit';

const SIZE = 7;
const LINE = 10;

/**
 * @param {readonly string[]} pages
 * @param {{encrypted?: string, proportional?: boolean}} [how] proportional: of a font whose words are
 *   narrower than their place, as most are
 * @returns {Promise<Uint8Array>}
 */
export function drawnPdf(pages, { encrypted, proportional = false } = {}) {
  const file = new PDFDocument({
    size: [842, 842],
    autoFirstPage: false,
    ...(encrypted && { userPassword: encrypted, pdfVersion: '1.7' }),
  });
  /** @type {Uint8Array[]} */
  const parts = [];
  file.on('data', (/** @type {Uint8Array} */ part) => parts.push(part));
  for (const page of pages) {
    file.addPage();
    file.font('Courier').fontSize(SIZE);
    const width = file.widthOfString('0');
    if (proportional) file.font('Helvetica').fontSize(SIZE);
    page.split('\n').forEach((line, row) => {
      for (const { 0: words, index } of line.matchAll(/\S+(?: \S+)*/gu)) {
        // Numbers line up to the right, whatever the font.
        const isNumber = /^[-₹\d,.]+\d(?: ?\(?[DC]r\)?\.?)?$/iu.test(words);
        const right = (index + words.length) * width - file.widthOfString(words);
        file.text(words, 30 + (isNumber ? right : index * width), 30 + row * LINE, {
          lineBreak: false,
        });
      }
    });
  }
  return new Promise((resolve) => {
    file.on('end', () => resolve(new Uint8Array(parts.flatMap((part) => [...part]))));
    file.end();
  });
}
