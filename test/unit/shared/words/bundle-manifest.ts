/**
 * A bundle.json and the names in it, for sentences about bundles.
 */
import type { BundleManifest } from '../../../../shared/bundle/format.ts'

/** An office whose name the tests know. */
export const OFFICE = 'abcdefghijklmnopqrstuvwxy2'

/** One whose name they do not. */
export const OTHER_OFFICE = 'zyxwvutsrqponmlkjihgfedcb7'

/** A channel of that first office. */
export const CHANNEL = `${OFFICE}.abcdefghijklmnop.${OTHER_OFFICE}`

/** What a bundle that brings nothing new says about itself. */
export const bundleManifest: BundleManifest = {
  format: 'kn',
  version: 1,
  id: '0a'.repeat(16),
  kind: 'changes',
  created: '2024-01-19T03:04:05Z',
  from: { office: OFFICE, code: 'ba-sao', device: 'abcdefghijklmnop', sign_key: 'RWQ' },
  to: { office: OTHER_OFFICE, code: 'kim-bang', age_recipient: 'age1' },
  channels: [],
  have: [],
  want_attachments: [],
  attachments: { count: 0, bytes: 0 },
  app: { version: '0.1.0', schema: 10 },
}
