/**
 * A list to a spreadsheet: what is filtered now, with the reason, and with identity numbers, religion or relatives only
 * where they were chosen for this file. Any list goes to paper as well.
 */
import { Button, Menu, Text } from '@mantine/core'
import { IconChevronDown, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ListAsked } from '../../shared/contract/lists.ts'
import type { ListName } from '../../shared/documents/codes.ts'
import type { Include } from '../../shared/documents/guarded.ts'
import { LIST_NAMES } from '../../shared/words/vi.ts'
import { ClearFileDialog } from './ClearFileDialog.tsx'
import { GuardedChoice } from './GuardedChoice.tsx'
import { extentOf, ListPrintButton, type ListChoice } from './ListPaper.tsx'
import { useRights } from './rights.ts'
import { useClearSave } from './save-clear.ts'

type Options = ListAsked & {
  readonly disabled?: boolean
  readonly label?: string
  readonly size?: 'xs' | 'sm'
}

/** The button. */
export function ListExportButton({ disabled = false, label = 'Lưu ra Excel', size = 'sm', ...asked }: Options) {
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  if (!may('list.write')) return null
  return (
    <>
      <Button
        variant="default"
        size={size}
        className="no-print"
        leftSection={<IconTableExport size={16} aria-hidden />}
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && <ListExportDialog asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}

/** A list to a spreadsheet and to paper: what every page with a list has at hand. */
export function ListActions({ disabled = false, size = 'sm', ...asked }: Omit<Options, 'label'>) {
  return (
    <>
      <ListExportButton {...asked} disabled={disabled} size={size} />
      <ListPrintButton asked={asked} disabled={disabled} size={size} />
    </>
  )
}

/** One button for a page with several lists. */
export function ListExportMenu({ lists }: { readonly lists: readonly ListChoice[] }) {
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
      {chosen !== null && <ListExportDialog asked={{ what: chosen }} onClose={() => setChosen(null)} />}
    </>
  )
}

function ListExportDialog({ asked, onClose }: { readonly asked: ListAsked; readonly onClose: () => void }) {
  const { what } = asked
  const [include, setInclude] = useState<Include>({})
  const saving = useClearSave('list.write')
  const save = (why: string) =>
    saving.save('Lưu danh sách', `${LIST_NAMES[what]}.xlsx`, {
      ...asked,
      why,
      include,
    })
  return (
    <ClearFileDialog
      title={`Lưu ra Excel: ${LIST_NAMES[what]}`}
      saving={saving}
      onSave={(why) => void save(why)}
      onClose={onClose}
    >
      <Text size="sm">Tệp có {extentOf(asked)}. Tệp không mã hóa, nên chỉ kèm thông tin thật cần.</Text>
      {what === 'candidates' && <GuardedChoice include={include} onChange={setInclude} />}
    </ClearFileDialog>
  )
}
