/**
 * A set of files opened without any code of ours: only the tools that Debian ships.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TravelledSet } from '../../build/demo/world.ts'

/** What bundle.json says, as far as it is looked at. */
type Bundle = {
  readonly id: string
  readonly from: { readonly office: string; readonly code: string }
  readonly to: { readonly office: string; readonly code: string }
  readonly channels: readonly {
    readonly channel: string
    readonly from: number
    readonly to: number
    readonly requires: string
    readonly head: string
    readonly path: string
  }[]
}

/** A set that was opened by hand. */
export type OpenedByHand = {
  readonly set: TravelledSet
  readonly output: string
  readonly bundle: Bundle
  readonly lines: readonly { readonly kind: string; readonly seq: number }[]
  /** The head of each channel, recomputed by perl from what the lines require. */
  readonly heads: ReadonlyMap<string, string>
  readonly scans: number
}

/**
 * Opens a set of the demo as FORMAT.md section 9 says, with age, tar, minisign, sha256sum, gzip, jq and perl alone.
 * @param out - the demo's folder, with usb/ and keys/
 * @param bag - a folder to be made for its content
 */
export function openByHand(out: string, set: TravelledSet, bag: string): OpenedByHand {
  mkdirSync(bag)
  const shell = (command: string) => run(command, out, bag)
  const output = shell(
    `cd "$OUT/${set.folder}"
     sha256sum -c KN1_*.sha256
     cat KN1_*.tar.age.* | age -d -i "$OUT/keys/${set.to}.agekey" | tar -x -C "$BAG" -f -
     cd "$BAG"
     minisign -V -p "$OUT/keys/${set.from}.pub" -m tagmanifest-sha256.txt
     sha256sum -c tagmanifest-sha256.txt
     if [ -s manifest-sha256.txt ]; then sha256sum -c manifest-sha256.txt; fi
     test "$( (find data -type f 2>/dev/null || true) | wc -l)" = "$(wc -l < manifest-sha256.txt)"`,
  )
  const bundle = JSON.parse(readFileSync(join(bag, 'bundle.json'), 'utf8')) as Bundle
  const heads = new Map<string, string>()
  const lines: { kind: string; seq: number }[] = []
  for (const { channel, path, requires } of bundle.channels) {
    const told = shell(`gzip -dc ${path} | jq -c '[.kind, .seq]'`).trim().split('\n')
    for (const line of told) {
      const [kind, seq] = JSON.parse(line) as [string, number]
      lines.push({ kind, seq })
    }
    heads.set(
      channel,
      shell(
        `gzip -dc ${path} | perl -MDigest::SHA=sha256 -e \
         '$h=pack("H*",shift); while(<STDIN>){chomp;$h=sha256($h.sha256($_))} print unpack("H*",$h)' ${requires}`,
      ),
    )
  }
  const scans = shell('(ls data/att 2>/dev/null || true) | wc -l')
  return { set, output, bundle, lines, heads, scans: Number(scans) }
}

function run(command: string, out: string, bag: string): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd: bag,
    encoding: 'utf8',
    env: { ...process.env, OUT: out, BAG: bag },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}
