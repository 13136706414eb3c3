/** Under what the device keeps what it keeps, in its database and by name. */

/**
 * What keeps apart all that a device has, in this database and by name.
 *
 * @param {string} person @param {string} ledger the id of a shared one; empty for the person's own
 */
export const scopeOf = (person, ledger) => (ledger ? `${person}/${ledger}` : person);

/** By name: the ledger that a person had open last. @param {string} person */
export const lastLedgerKey = (person) => `expense-tracker.ledger.${person}`;
