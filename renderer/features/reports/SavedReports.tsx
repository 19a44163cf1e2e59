/**
 * Reports a person asks for again and again, under a name: the period by its kind, the part of the house, the day of the
 * members. A saved period of a kind means the newest of that kind, so that it need not be changed every month.
 */
import { trusted } from '../../../shared/base/trust.ts'
import { partOfYear, periodOf, PERIOD_CODES, yearOf, type Period } from '../../../shared/calendar/period.ts'
import { SavedViewsMenu } from '../../parts/SavedViewsMenu.tsx'
import { useSavedViews } from '../../parts/saved-views.ts'
import { useAsked } from './reports-state.ts'

const WORDS = {
  label: 'Báo cáo đã lưu',
  none: 'Chọn kỳ, đơn vị như thường dùng rồi lưu lại, lần sau chỉ cần chọn.',
  keep: 'Lưu cách xem báo cáo',
  keeps:
    'Giữ kỳ báo cáo, đơn vị và ngày tính số đảng viên. Kỳ tháng, quý, năm luôn lấy kỳ mới nhất. Chỉ người dùng này thấy.',
}

/** What is saved. */
type Saved = { readonly period?: unknown; readonly at?: unknown; readonly membersOn?: unknown }

/** The menu. @param period - what is shown now */
export function SavedReports({ period, today }: { readonly period: Period; readonly today: string }) {
  const { at, membersOn, ask } = useAsked()
  const { views, save, drop } = useSavedViews('bao-cao')
  const use = (name: string) => {
    const view = views.find((each) => each.name === name)
    if (view !== undefined) ask(readSaved(view.value, today))
  }
  return (
    <SavedViewsMenu
      words={WORDS}
      names={views.map(({ name }) => name)}
      onUse={use}
      onSave={(name) => save(name, { period, at, membersOn })}
      onDrop={drop}
    />
  )
}

/** Reads what was saved; what this build does not know is left out. */
function readSaved(value: string, today: string): Partial<ReturnType<typeof useAsked.getState>> {
  const { period, at, membersOn } = trusted<Saved>(JSON.parse(value))
  return {
    period: newest(trusted<Partial<Period> | undefined>(period), today),
    at: typeof at === 'string' ? at : null,
    membersOn: typeof membersOn === 'string' ? membersOn : null,
  }
}

function newest(saved: Partial<Period> | undefined, today: string): Period | null {
  const kind = PERIOD_CODES.find((code) => code === saved?.kind)
  if (kind === undefined || saved?.from === undefined || saved.to === undefined) return null
  if (kind === 'term') return { kind, from: saved.from, to: today }
  if (kind === 'any') return { kind, from: saved.from, to: saved.to }
  return periodOf(kind, yearOf(today), partOfYear(kind, today))
}
