/**
 * A list to a spreadsheet: what is filtered now, with the reason, and with identity numbers or religion only where they
 * were chosen for this file.
 */
import { Button, Checkbox, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { SearchFilter } from '../../shared/contract/answers.ts'
import type { BookFilter } from '../../shared/contract/classes.ts'
import type { PlacesAsked } from '../../shared/contract/reports.ts'
import type { ListName } from '../../shared/documents/codes.ts'
import { LIST_NAMES } from '../../shared/words/vi.ts'
import { ClearFileDialog } from './ClearFileDialog.tsx'
import { useRights } from './rights.ts'
import { useClearSave } from './save-clear.ts'

type Options = {
  readonly what: ListName
  readonly filter?: Omit<SearchFilter, 'limit' | 'offset' | 'after'>
  readonly book?: BookFilter
  readonly places?: PlacesAsked
  readonly disabled?: boolean
  readonly label?: string
  readonly size?: 'xs' | 'sm'
}

/** The button. */
export function ListExportButton(options: Options) {
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  if (!may('list.write')) return null
  return (
    <>
      <Button
        variant="default"
        size={options.size ?? 'sm'}
        leftSection={<IconTableExport size={16} aria-hidden />}
        disabled={options.disabled ?? false}
        onClick={() => setOpen(true)}
      >
        {options.label ?? 'Lưu ra Excel'}
      </Button>
      {isOpen && <ListExportDialog {...options} onClose={() => setOpen(false)} />}
    </>
  )
}

/** One button for a page with several lists. */
export function ListExportMenu({ lists }: { readonly lists: readonly Pick<Options, 'what' | 'disabled'>[] }) {
  const [chosen, setChosen] = useState<ListName | null>(null)
  const may = useRights()
  if (!may('list.write')) return null
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconTableExport size={16} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            Lưu ra Excel
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {lists.map(({ what, disabled = false }) => (
            <Menu.Item key={what} disabled={disabled} onClick={() => setChosen(what)}>
              {LIST_NAMES[what]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen !== null && <ListExportDialog what={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

function ListExportDialog({ what, filter, book, places, onClose }: Options & { readonly onClose: () => void }) {
  const [identityNumbers, setIdentityNumbers] = useState(false)
  const [religion, setReligion] = useState(false)
  const saving = useClearSave('list.write')
  const save = (why: string) =>
    saving.save('Lưu danh sách', `${LIST_NAMES[what]}.xlsx`, {
      what,
      why,
      ...(filter === undefined ? {} : { filter }),
      ...(book === undefined ? {} : { book }),
      ...(places === undefined ? {} : { places }),
      include: { identityNumbers, religion },
    })
  return (
    <ClearFileDialog
      title={`Lưu ra Excel: ${LIST_NAMES[what]}`}
      saving={saving}
      onSave={(why) => void save(why)}
      onClose={onClose}
    >
      <Text size="sm">Tệp có mọi dòng đang lọc. Tệp không mã hóa, nên chỉ kèm thông tin thật cần.</Text>
      {what === 'candidates' && (
        <>
          <Checkbox
            label="Kèm số định danh cá nhân"
            checked={identityNumbers}
            onChange={(event) => setIdentityNumbers(event.currentTarget.checked)}
          />
          <Checkbox
            label="Kèm tôn giáo"
            checked={religion}
            onChange={(event) => setReligion(event.currentTarget.checked)}
          />
        </>
      )}
    </ClearFileDialog>
  )
}
