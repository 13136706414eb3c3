/**
 * Hand a person a file that the page has made.
 *
 * @param {string} name
 * @param {string} text
 * @param {string} [type]
 */
export function offerDownload(name, text, type = 'text/csv') {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
