/**
 * 'Lập văn bản' on the page of a case: opens the dialog with the documents that make sense now, or is not there.
 */
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseView } from '../../shared/contract/answers.ts'
import { useAsk } from '../queries.ts'
import { documentKindsFor } from './document-kinds.ts'
import { DocumentDialog } from './DocumentDialog.tsx'
import { useRights } from './rights.ts'

/** The button. */
export function DocumentButton({ view }: { readonly view: CaseView }) {
  const [isOpen, setOpen] = useState(false)
  const office = useAsk('office.get', {}).data
  const may = useRights()
  const kinds = office === undefined ? [] : documentKindsFor(view, office)
  if (kinds.length === 0 || !may('document.make')) return null
  return (
    <>
      <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />} onClick={() => setOpen(true)}>
        Lập văn bản
      </Button>
      {isOpen && <DocumentDialog subject={{ case: view.state.id }} kinds={kinds} onClose={() => setOpen(false)} />}
    </>
  )
}
