/**
 * Bàn giao cho đơn vị đã kết nối: of each unit that has begun to use the program, the branches that were recorded for it on
 * paper and its own, to be matched by a person; and the cases that are its to keep, handed over together.
 */
import { Alert, Anchor, Stack } from '@mantine/core'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { EmptyState, AwaitedState, Block, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { MatchedUnits } from './MatchedUnits.tsx'
import { MatchUnits } from './MatchUnits.tsx'
import { PeopleToHandOver } from './PeopleToHandOver.tsx'

/** The page. */
export function HandOverPage() {
  const { data, error, refetch } = useAsk('handOver.list', {})
  const today = useAsk('office.get', {}).data?.today
  return (
    <>
      <PageHead
        title="Bàn giao cho đơn vị đã kết nối"
        text="Chi bộ và hồ sơ đã ghi thay khi đơn vị còn làm trên giấy. Ghép chi bộ để số liệu không tính hai lần, rồi giao hồ sơ cho đơn vị quản lý tiếp."
        actions={data?.offices.some(({ people }) => people.length > 0) === true && <ListActions what="handOver" />}
      />
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && today !== undefined && (
        <Stack gap="md">
          {data.offices.length === 0 && (
            <EmptyState
              title="Không còn gì phải bàn giao"
              text="Khi kết nối một đơn vị trước đây ghi thay theo văn bản giấy, chi bộ và hồ sơ đã ghi thay cho đơn vị đó hiện ở đây."
            />
          )}
          {data.offices.map((office) => (
            <Block key={office.office} title={office.name}>
              <Stack gap="lg">
                {office.theirs.length === 0 ? (
                  <Alert color="blue" role="note">
                    Chưa nhận được danh sách chi bộ của {office.name}.{' '}
                    <Anchor href="#/trao-doi/nhan" size="sm">
                      Nhận gói dữ liệu của đơn vị
                    </Anchor>{' '}
                    rồi ghép chi bộ và giao hồ sơ.
                  </Alert>
                ) : (
                  <>
                    {office.ours.length > 0 && <MatchUnits office={office} today={today} />}
                    <PeopleToHandOver office={office} today={today} />
                  </>
                )}
                <MatchedUnits office={office} />
              </Stack>
            </Block>
          ))}
        </Stack>
      )}
    </>
  )
}
