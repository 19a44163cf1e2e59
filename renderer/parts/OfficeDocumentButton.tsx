/**
 * A document about the whole office, such as a list for another organ: opens its dialog.
 */
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { DocumentKind } from '../../shared/documents/codes.ts'
import { DocumentDialog } from './DocumentDialog.tsx'
import { useRights } from './rights.ts'

/** The button; not there for those who may make no documents. */
export function OfficeDocumentButton({ kind, label }: { readonly kind: DocumentKind; readonly label: string }) {
  const [isOpen, setOpen] = useState(false)
  const may = useRights()
  if (!may('document.make')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <DocumentDialog subject={{ office: true }} kinds={[kind]} onClose={() => setOpen(false)} />}
    </>
  )
}
