/**
 * Sets for our office that have not been taken in, on a stick that is plugged in or kept on this computer: said where the day
 * begins, so that nobody has to go and look.
 */
import { Alert, Anchor } from '@mantine/core'
import { useEffect } from 'react'
import type { ShellDrive } from '../../../shared/contract/shell.ts'
import { driveName, keptCountSentence, showNumber } from '../../../shared/words/vi.ts'
import { useRights } from '../../parts/rights.ts'
import { useAsk } from '../../queries.ts'

/** How often sticks are looked for, in milliseconds. */
const AGAIN = 10_000

/** A line for each stick on which something waits, and one for what is kept here. */
export function WaitingSets() {
  const mayCall = useRights()
  const mayTake = mayCall('bundle.import')
  const { data: drives, refetch } = useAsk('shell.drives', {}, { enabled: mayTake })
  useEffect(() => {
    if (!mayTake) return undefined
    const timer = setInterval(() => void refetch(), AGAIN)
    return () => clearInterval(timer)
  }, [mayTake, refetch])
  // Windows does not tell a stick from another drive; a share may answer late.
  const sticks = drives?.filter(({ removal }) => removal !== 'fixed' && removal !== 'network') ?? []
  return (
    <>
      {sticks.map((stick) => (
        <OnStick key={stick.path} stick={stick} />
      ))}
      {mayTake && <KeptHere />}
    </>
  )
}

function KeptHere() {
  const count = useAsk('bundle.kept', {}, { fresh: true }).data?.sets.length ?? 0
  if (count === 0) return null
  return (
    <Alert color="blue" role="status" className="no-print">
      {keptCountSentence(count)}{' '}
      <Anchor href="#/trao-doi/nhan" size="sm" underline="always">
        Xem các gói đang giữ
      </Anchor>
    </Alert>
  )
}

function OnStick({ stick }: { readonly stick: ShellDrive }) {
  const count = useAsk('carrier.waiting', { folder: stick.path }).data?.count ?? 0
  if (count === 0) return null
  return (
    <Alert color="blue" role="status" className="no-print">
      {driveName(stick)} có {showNumber(count)} gói dữ liệu mới gửi cho đơn vị mình.{' '}
      <Anchor href="#/trao-doi/nhan" size="sm" underline="always">
        Xem trước, nhận gói
      </Anchor>
    </Alert>
  )
}
