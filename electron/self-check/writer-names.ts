/** What the check of the store and its writer agree on. */

/** The file that grows by one byte for every commit the writer has finished. */
export const CONFIRMED = 'confirmed'

/** Page and user of the draft that holds the number of the last commit. */
export const DRAFT = 'self-check'
