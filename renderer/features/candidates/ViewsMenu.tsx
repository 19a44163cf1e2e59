/**
 * The menu of saved views of the list: what it is narrowed to, its order and its columns.
 */
import { useList } from '../../parts/list-state.ts'
import { SavedViewsMenu } from '../../parts/SavedViewsMenu.tsx'
import type { ListView } from './views.ts'

const WORDS = {
  label: 'Cách xem đã lưu',
  none: 'Lọc danh sách như thường dùng rồi lưu lại, lần sau chỉ cần chọn.',
  keep: 'Lưu cách xem đang dùng',
  keeps: 'Giữ cả nội dung tìm, các điều kiện lọc, thứ tự và các cột. Chỉ người dùng này thấy.',
  name: 'Tên cách xem',
  save: 'Lưu cách xem',
  drop: 'Bỏ cách xem',
}

/** The menu. */
export function ViewsMenu({
  views,
  shown,
  onUse,
  onSave,
  onDrop,
}: {
  readonly views: readonly ListView[]
  readonly shown: readonly string[]
  readonly onUse: (view: ListView) => void
  readonly onSave: (view: ListView) => Promise<void>
  readonly onDrop: (name: string) => Promise<void>
}) {
  const wanted = useList((list) => list.wanted)
  const use = (name: string) => {
    const view = views.find((each) => each.name === name)
    if (view !== undefined) onUse(view)
  }
  return (
    <SavedViewsMenu
      words={WORDS}
      views={views.map(({ name }) => ({ id: name, name }))}
      onUse={use}
      onSave={(name) => onSave({ name, wanted, shown })}
      onDrop={onDrop}
    />
  )
}
