/**
 * The review that a person is in, kept on the device so that a reload or a closed page keeps it: the file
 * as it came, without its password, and what they corrected.
 *
 * @typedef {{name: string, bytes: Uint8Array, importId: string}} KeptFile
 * @typedef {import('../../reading/import-plan.js').Choices} Choices
 * @typedef {import('../../data/device.js').Device} Device
 */

const ROOM = 'review';

/** @param {Device} device @param {KeptFile} file */
export async function keepFile(device, file) {
  await device.delete(ROOM, 'choices');
  await device.put(ROOM, 'file', file);
}

/** @param {Device} device @param {Choices} choices */
export const keepChoices = (device, choices) => device.put(ROOM, 'choices', choices);

/** @param {Device} device @returns {Promise<{file: KeptFile, choices: Choices | undefined} | null>} */
export async function keptReview(device) {
  const file = await device.get(ROOM, 'file');
  return file ? { file, choices: await device.get(ROOM, 'choices') } : null;
}

/** @param {Device} device */
export const forgetReview = (device) => device.clear(ROOM);
