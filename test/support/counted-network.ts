/**
 * A network of its own for a command, with one interface that counts: the promise that no request ever leaves the machine,
 * watched from outside. A last deliberate attempt shows that the counter would have seen a packet.
 */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'

/** Packets the interface has seen: before and after the command, and after the deliberate attempt. */
export type CountedPackets = { readonly before: number; readonly after: number; readonly deliberate: number }

const SETUP = `
  (ip link add name net0 type dummy || ip link add name net0 type veth peer name net1) 2>/dev/null &&
  sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 &&
  ip link set net0 multicast off && ip addr add 10.9.9.1/24 dev net0 && ip link set net0 up &&
  { [ ! -e /proc/sys/net/ipv4/conf/net1 ] || ip link set net1 up; } &&
  ip route add default via 10.9.9.2 &&
  packets() { awk '/net0:/ { sub("net0:", ""); print $2 + $10 }' /proc/net/dev; }`

const COUNT = `
  before=$(packets)
  "$@" >/dev/null || exit 9
  after=$(packets)
  timeout 2 bash -c 'echo > /dev/tcp/192.0.2.1/80' 2>/dev/null
  echo "$before $after $(packets)"`

const wordsFor = (script: string) => ['--net', 'bash', '-c', `${SETUP} && { ${script}\n}`, 'bash']

/** True where a command can be given a network of its own: as root on Linux. */
export const hasCountedNetwork = spawnSync('unshare', [...wordsFor('true'), 'true']).status === 0

/** Runs a command there. @throws Error if it fails, or if the network cannot be made */
export async function countPackets(
  command: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<CountedPackets> {
  const { stdout } = await promisify(execFile)('unshare', [...wordsFor(COUNT), ...command], options)
  const [before = NaN, after = NaN, deliberate = NaN] = stdout.trim().split(' ').map(Number)
  return { before, after, deliberate }
}
