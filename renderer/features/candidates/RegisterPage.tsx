/**
 * Thêm người: a name and a branch are enough. Whoever may be the same person is shown while typing; a case that is half
 * done elsewhere is taken over with the dates and papers known.
 */
import { Button, Stack } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { EmptyState, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { RegisterForm } from './RegisterForm.tsx'
import { REGISTER } from './register-values.ts'

/** Thêm người. */
export function RegisterPage() {
  const office = useAsk('office.get', {})
  const units = useAsk('unit.list', {})
  const own = units.data?.units.filter((row) => row.own) ?? []
  const only = own.length === 1 ? own[0]?.id : undefined
  const initial = useMemo(() => ({ ...REGISTER, unit: only ?? '' }), [only])
  return (
    <Stack gap={0}>
      <PageHead
        title="Thêm người"
        text="Chỉ cần họ tên và chi bộ; thông tin khác bổ sung lúc nào cũng được."
        actions={
          <Button component={Link} href="/nguon" variant="default">
            Về danh sách
          </Button>
        }
      />
      {units.isError && <ErrorState error={units.error} onRetry={() => void units.refetch()} />}
      {(units.isPending || office.isPending) && <LoadingState />}
      {units.data !== undefined && own.length === 0 && (
        <EmptyState
          title="Chưa có chi bộ nào"
          text="Thêm đơn vị trực thuộc trước, rồi đưa người vào danh sách nguồn của đơn vị đó."
          action={
            <Button component={Link} href="/don-vi">
              Thêm đơn vị trực thuộc
            </Button>
          }
        />
      )}
      {own.length > 0 && office.data !== undefined && <RegisterForm office={office.data} initial={initial} />}
    </Stack>
  )
}
