/**
 * The promise that no request ever leaves the machine, watched from outside: the demo in a network namespace of its own,
 * with one interface that counts. A last deliberate attempt shows that the counter would have seen a packet.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '../..')
const SETUP = `
  (ip link add name net0 type dummy || ip link add name net0 type veth peer name net1) 2>/dev/null &&
  sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 &&
  ip link set net0 multicast off && ip addr add 10.9.9.1/24 dev net0 && ip link set net0 up &&
  { [ ! -e /proc/sys/net/ipv4/conf/net1 ] || ip link set net1 up; } &&
  ip route add default via 10.9.9.2 &&
  packets() { awk '/net0:/ { sub("net0:", ""); print $2 + $10 }' /proc/net/dev; }`

function inNamespace(script: string) {
  return spawnSync('unshare', ['--net', 'bash', '-c', `${SETUP} && { ${script}; }`], { cwd: root, encoding: 'utf8' })
}

const possible = inNamespace('true').status === 0

test.skipIf(skipLoudly(!possible, 'no-network: needs root, unshare and iproute2'))(
  'the demo sends not one packet',
  () => {
    const out = join(temporaryFolder(), 'demo')
    const node = process.execPath
    const result = inNamespace(`
      before=$(packets)
      ${node} build/demo/demo.ts --out ${out} --candidates 12 --no-screens >/dev/null || exit 9
      after=$(packets)
      timeout 2 bash -c 'echo > /dev/tcp/192.0.2.1/80' 2>/dev/null
      echo "$before $after $(packets)"`)
    expect(result.status, result.stderr).toBe(0)
    const [before, after, deliberate] = result.stdout.trim().split(' ').map(Number)
    expect(after).toBe(before)
    expect(deliberate).toBeGreaterThan(after ?? 0)
  },
)
