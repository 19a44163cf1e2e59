/**
 * Trao đổi: what goes out, what comes in, with whom, and what has gone before. A tab is a path, so that other pages lead
 * to the very one.
 */
import { Tabs } from '@mantine/core'
import { IconDevices, IconDownload, IconHistory, IconLink, IconUpload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useLocation, useParams } from 'wouter'
import { AwaitedState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { DevicesTab } from './DevicesTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { PairingTab } from './PairingTab.tsx'
import { ReceiveTab } from './ReceiveTab.tsx'
import { SendTab } from './SendTab.tsx'

const TABS = [
  { path: 'gui', title: 'Gửi đi', icon: IconUpload },
  { path: 'nhan', title: 'Nhận về', icon: IconDownload },
  { path: 'ket-noi', title: 'Kết nối', icon: IconLink },
  { path: 'may', title: 'Máy trong đơn vị', icon: IconDevices },
  { path: 'lich-su', title: 'Lịch sử', icon: IconHistory },
] as const

/** Trao đổi. */
export function ExchangePage() {
  const { tab: asked } = useParams<{ tab?: string }>()
  const [, go] = useLocation()
  const { data: office, error, refetch } = useAsk('office.get', {})
  const isConnected = office?.peers.some(({ revoked }) => !revoked) ?? false
  const tab = TABS.find(({ path }) => path === asked)?.path
  // The tabs stand at paths of their own alone: what goes on in one is not torn down by going on to another.
  const first = office === undefined || tab !== undefined ? null : isConnected ? 'gui' : 'ket-noi'
  useEffect(() => {
    if (first !== null) go(`/trao-doi/${first}`, { replace: true })
  }, [first, go])
  return (
    <>
      <PageHead
        title="Trao đổi"
        text="Gửi và nhận gói dữ liệu đã ký, đã khóa, chỉ nơi nhận mở được; mang bằng USB, đĩa hay thư điện tử đều được."
      />
      <AwaitedState isThere={office !== undefined} error={error} onRetry={() => void refetch()} />
      {office !== undefined && tab !== undefined && (
        <Tabs value={tab} onChange={(next) => go(`/trao-doi/${next ?? 'gui'}`)}>
          <Tabs.List mb="md" aria-label="Trao đổi">
            {TABS.map(({ path, title, icon: Icon }) => (
              <Tabs.Tab key={path} value={path} leftSection={<Icon size={16} aria-hidden />}>
                {title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="gui">
            <SendTab isShown={tab === 'gui'} office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="nhan">
            <ReceiveTab isShown={tab === 'nhan'} office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="ket-noi">
            <PairingTab isShown={tab === 'ket-noi'} office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="may">
            <DevicesTab isShown={tab === 'may'} office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="lich-su">
            <HistoryTab isShown={tab === 'lich-su'} office={office} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  )
}
