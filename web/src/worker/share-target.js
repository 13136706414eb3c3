/** Another app shares with this one: the system posts a form, which no server needs to see. */
import { leaveShared, SHARED } from '../data/shared.js';

/** @param {Request} request the posted form @returns {Promise<Response>} where the page goes on */
export async function receiveShared(request) {
  const form = await request.formData();
  const texts = ['title', 'text', 'url'].map((name) => String(form.get(name) ?? '').trim());
  const files = form.getAll('files').filter((one) => one instanceof File && one.size > 0);
  const text = [...new Set(texts)].filter(Boolean).join(' ');
  const address = files.length ? '/import?shared' : '/?shared';
  // 303: whatever was posted, the page is asked for.
  const goOn = (/** @type {string} */ where) => Response.redirect(where, 303);
  try {
    await leaveShared(text, /** @type {File[]} */ (files));
    return goOn(address);
  } catch (error) {
    // A full device; the page says so.
    console.warn(error);
    await caches.delete(SHARED);
    return goOn('/?shared=failed');
  }
}
