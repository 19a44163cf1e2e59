/** Stands in the place of a page that could not be drawn. */
import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { PAGE_BROKEN } from '../../shared/words/vi.ts'
import { PageHead } from './states.tsx'

/** What happened, and a way to try again. @param onAgain - draws the page anew */
export function PageBroken({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <>
      <PageHead title={PAGE_BROKEN.title} />
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
        {PAGE_BROKEN.text}
        <br />
        <Button variant="default" size="xs" mt="sm" onClick={onAgain}>
          {PAGE_BROKEN.again}
        </Button>
      </Alert>
    </>
  )
}
