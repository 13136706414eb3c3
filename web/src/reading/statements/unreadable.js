/** Why a file can't be read, in words for the person. */

export class UnreadableFile extends Error {}

/** What reads such a file did not come: nothing is said of the file. */
export class NotLoaded extends Error {}

/** The file asks for its password, or the one given doesn't fit. */
export class NeedsPassword extends UnreadableFile {}
