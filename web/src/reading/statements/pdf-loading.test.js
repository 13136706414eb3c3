import { expect, test, vi } from 'vitest';

import { usePdfWorker } from './pdf-worker.js';
import { readPdfRows } from './pdf.js';
import { NotLoaded } from './unreadable.js';

const FILE = new TextEncoder().encode('%PDF-1.4\nno more than that');

test('a worker that did not come is no fault of the file, nor is a library', async () => {
  usePdfWorker(new URL('./no-such-worker.mjs', import.meta.url).href);
  await expect(readPdfRows(FILE)).rejects.toThrow(NotLoaded);

  vi.doMock('pdfjs-dist/legacy/build/pdf.mjs', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  vi.resetModules();
  const { readPdfRows: again } = await import('./pdf.js');
  const unreadable = await import('./unreadable.js');
  await expect(again(FILE)).rejects.toThrow(unreadable.NotLoaded);
  vi.doUnmock('pdfjs-dist/legacy/build/pdf.mjs');
});
