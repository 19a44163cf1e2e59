/**
 * The sheet of a bundle as a document for Word, in the office's layout with its names: of one bundle at once, of several
 * after it is said of which.
 */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFileText } from '@tabler/icons-react'
import { DocumentDialog } from '../../parts/DocumentDialog.tsx'
import { useRights } from '../../parts/rights.ts'

/** The slip of what was written, or the receipt of what was taken in. */
type Sheet = 'exportSlip' | 'importReceipt'

/** A bundle on a sheet, and the office at its other end. */
export type SheetBundle = { readonly id: string; readonly name: string }

/** The button; not there for those who may make no documents. */
export function SheetForWordButton({
  bundles,
  onChoose,
}: {
  readonly bundles: readonly SheetBundle[]
  readonly onChoose: (bundle: string) => void
}) {
  const may = useRights()
  const [first, ...more] = bundles
  if (first === undefined || !may('document.make')) return null
  const icon = <IconFileText size={16} aria-hidden />
  if (more.length === 0)
    return (
      <Button variant="default" leftSection={icon} onClick={() => onChoose(first.id)}>
        {LABEL}
      </Button>
    )
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={icon} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {LABEL}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {bundles.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const LABEL = 'Lưu ra tệp Word'

/** The document of one bundle. */
export function SheetForWord({
  sheet,
  bundle,
  onClose,
}: {
  readonly sheet: Sheet
  readonly bundle: string
  readonly onClose: () => void
}) {
  return <DocumentDialog subject={{ bundle }} kinds={[sheet]} onClose={onClose} />
}
