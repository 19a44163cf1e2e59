/**
 * How an office that has renewed its keys proves to one that never knew it that it is still itself: its id follows from its
 * first sign key, and each later key was signed by the one before (FORMAT.md section 10). Whoever knew it needs no proof.
 */
import { utf8 } from '../../shared/base/canonical.ts'
import { officeIdOf, type KeyRenewal, type PairingCard } from '../../shared/bundle/format.ts'
import { signFile, signKeyOf, verifyFile, type SignSecret } from './minisign.ts'

/** Signs the key that comes after another one. @param next - sign key line of the new key */
export function signRenewal(former: SignSecret, office: string, next: string): KeyRenewal {
  return { sign_key: signKeyOf(former), signature: signFile(former, utf8(`${next}\n`), commentOf(office)) }
}

/** True if the key of a card is its office's own: the first one, or handed on from there without a break. */
export function isOwnCard({ office, sign_key: newest, renewals = [] }: PairingCard): boolean {
  return goesBackToFirst(office, newest, renewals)
}

/** True if a sign key was handed on without a break from the first one of an office, from which its id follows. */
export function goesBackToFirst(office: string, newest: string, renewals: readonly KeyRenewal[]): boolean {
  const keys = [...renewals.map(({ sign_key: key }) => key), newest]
  return (
    officeIdOf(keys[0] ?? '') === office &&
    renewals.every(({ sign_key: key, signature }, place) => {
      const verified = verifyFile(key, utf8(`${keys[place + 1] ?? ''}\n`), signature)
      return verified.ok && verified.value.trustedComment === commentOf(office)
    })
  )
}

function commentOf(office: string): string {
  return `ket-nap renews ${office}`
}
