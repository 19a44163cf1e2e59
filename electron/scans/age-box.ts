/**
 * What the scan store needs of age encryption, handed in by whoever builds the store: the bundle room has the one
 * implementation, with a faster cipher where the runtime has it.
 */

/** Streams in and out of age files. Recipients are `age1...`, identities `AGE-SECRET-KEY-1...`. */
export type AgeBox = {
  /** Encrypts to all recipients; yields the age file. */
  sealStream(recipients: readonly string[], source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
  /** How many bytes a file holds that is encrypted to one recipient, by its size; null for a size that none has. */
  plainBytes(sealed: number): number | null
  /**
   * Decrypts with any of the identities; throws at the first byte that is not authentic, or if none fits. Chunks are good
   * only until the next is asked for, of the source and of what comes out.
   */
  openStream(identities: readonly string[], source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
}
