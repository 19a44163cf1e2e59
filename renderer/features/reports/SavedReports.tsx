/**
 * Reports that the office makes again and again, under a name: the period by its kind, the part of the house, the day of the
 * members. They are the office's, not one person's. A period of a kind means the newest of that kind, so that it need not be
 * defined anew every month.
 */
import { partOfYear, periodOf, yearOf, type Period } from '../../../shared/calendar/period.ts'
import { call } from '../../api.ts'
import { SavedViewsMenu } from '../../parts/SavedViewsMenu.tsx'
import { useRights } from '../../parts/rights.ts'
import { showDayOf } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'
import { useAsked } from './reports-state.ts'

const WORDS = {
  label: 'Báo cáo thường dùng',
  none: 'Chọn kỳ, đơn vị như thường dùng rồi lưu lại, lần sau chỉ cần chọn. Mọi người trong đơn vị dùng chung.',
  keep: 'Lưu thành báo cáo thường dùng',
  keeps:
    'Giữ kỳ báo cáo, đơn vị và ngày tính số đảng viên. Kỳ tháng, quý, năm luôn lấy kỳ mới nhất. Mọi người trong đơn vị đều thấy; trùng tên thì thay cho báo cáo đã lưu trước.',
  name: 'Tên báo cáo',
  save: 'Lưu báo cáo thường dùng',
  drop: 'Bỏ báo cáo thường dùng',
}

/** The menu. @param period - what is shown now */
export function SavedReports({ period, today }: { readonly period: Period; readonly today: string }) {
  const { at, membersOn, ask } = useAsked()
  const may = useRights()
  const definitions = useAsk('report.definitions', {}).data?.definitions ?? []
  const use = (id: string) => {
    const definition = definitions.find((one) => one.id === id)
    if (definition === undefined) return
    ask({
      period: newest(definition.period, today),
      at: definition.at ?? null,
      membersOn: definition.membersOn ?? null,
    })
  }
  return (
    <SavedViewsMenu
      words={WORDS}
      views={definitions.map(({ id, name, by, since }) => ({
        id,
        name,
        about: `${by} lưu ngày ${showDayOf(since)}`,
      }))}
      mayChange={may('report.define')}
      onUse={use}
      onSave={async (name) => {
        await call('report.define', {
          name,
          period,
          ...(at === null ? {} : { at }),
          ...(membersOn === null ? {} : { membersOn }),
        })
      }}
      onDrop={async (id) => {
        await call('report.drop', { definition: id })
      }}
    />
  )
}

function newest({ kind, from, to }: Period, today: string): Period {
  if (kind === 'term') return { kind, from, to: today }
  if (kind === 'any') return { kind, from, to }
  return periodOf(kind, yearOf(today), partOfYear(kind, today))
}
