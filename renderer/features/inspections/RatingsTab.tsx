/**
 * The year-end rating: what the year came to as a criterion, and the rating of units, branches, collectives, leaders and
 * heads, recorded for those below; what the office above recorded of us stands beside it.
 */
import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { EmulationView } from '../../../shared/contract/follow.ts'
import { OTHER_OFFICE, RATED_AS, RATING_LEVELS, showDocument, showNumber, showRatio } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block } from '../../parts/states.tsx'
import { RatePersonForm, RatePlacesDialog } from './RatingForms.tsx'
import { useEmulation, YearField } from './year.tsx'

/** The tab. */
export function RatingsTab() {
  const mayCall = useRights()
  const { data, error, refetch, year, thisYear, choose } = useEmulation()
  const [dialog, setDialog] = useState<'places' | 'person' | 'levels' | null>(null)
  const mayRate = data !== undefined && data.results.length > 0 && mayCall('rating.record')
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" className="no-print">
        <YearField year={year} thisYear={thisYear} onChoose={choose} />
        <Group gap="xs">
          {data !== undefined && data.ratings.length > 0 && <ListActions what="ratings" narrow={{ year }} />}
          {mayCall('setting.change') && data !== undefined && (
            <Button variant="default" onClick={() => setDialog('levels')}>
              Các mức xếp loại
            </Button>
          )}
          {mayRate && (
            <>
              <Button variant="default" onClick={() => setDialog('person')}>
                Xếp loại tập thể, cá nhân
              </Button>
              <Button onClick={() => setDialog('places')}>Xếp loại các đơn vị</Button>
            </>
          )}
        </Group>
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <>
          <Results view={data} />
          <People view={data} />
        </>
      )}
      {dialog === 'levels' && data !== undefined && (
        <LevelsDialog levels={data.levels ?? RATING_LEVELS} onClose={() => setDialog(null)} />
      )}
      {dialog === 'places' && data !== undefined && <RatePlacesDialog view={data} onClose={() => setDialog(null)} />}
      {dialog === 'person' && data !== undefined && <RatePersonForm view={data} onClose={() => setDialog(null)} />}
    </Stack>
  )
}

function Results({ view: { results, ratings, year } }: { readonly view: EmulationView }) {
  const byPlace = new Map(
    ratings.filter(({ own, as }) => own && (as === 'committee' || as === 'branch')).map((one) => [one.place.id, one]),
  )
  return (
    <Block title={`Kết quả và xếp loại các đơn vị năm ${year}`}>
      {results.length === 0 ? (
        <Text size="sm" c="dimmed">
          Chưa có đơn vị nào trực thuộc để xếp loại.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={960}>
          <Table aria-label="Kết quả và xếp loại các đơn vị" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Đơn vị</Table.Th>
                <Table.Th w={90} ta="right">
                  Chỉ tiêu
                </Table.Th>
                <Table.Th w={90} ta="right">
                  Kết nạp
                </Table.Th>
                <Table.Th w={130} ta="right">
                  So với kế hoạch
                </Table.Th>
                <Table.Th w={150} ta="right">
                  So với đảng viên
                </Table.Th>
                <Table.Th w={280}>Xếp loại</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {results.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.name}</Table.Td>
                  <Table.Td ta="right">{row.plan === null ? '–' : showNumber(row.plan)}</Table.Td>
                  <Table.Td ta="right">{showNumber(row.admitted)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.ofPlan)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.ofMembers)}</Table.Td>
                  <Table.Td>{byPlace.get(row.id)?.level ?? 'Chưa xếp loại'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Block>
  )
}

/** Everything rated besides the units of the table above: collectives, leaders, heads, and what was recorded of us. */
function People({ view: { ratings, results } }: { readonly view: EmulationView }) {
  const inTable = new Set(results.map(({ id }) => id))
  const rows = ratings.filter(
    ({ own, as, place }) => !(own && (as === 'committee' || as === 'branch') && inTable.has(place.id)),
  )
  if (rows.length === 0) return null
  return (
    <Block title="Xếp loại tập thể, cá nhân; xếp loại do cấp trên ghi">
      <Table.ScrollContainer minWidth={960}>
        <Table aria-label="Xếp loại tập thể, cá nhân" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={260}>Tập thể, cá nhân</Table.Th>
              <Table.Th>Đơn vị</Table.Th>
              <Table.Th w={250}>Mức xếp loại</Table.Th>
              <Table.Th w={220}>Nơi ghi</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {row.name ?? RATED_AS[row.as]}
                  <Text size="xs" c="dimmed">
                    {row.name === undefined ? '' : RATED_AS[row.as]}
                    {row.post === undefined ? '' : `; ${row.post}`}
                  </Text>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.place.name}</Table.Td>
                <Table.Td>
                  {row.level}
                  {row.document !== undefined && (
                    <Text size="xs" c="dimmed">
                      {showDocument(row.document)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{row.officeName === '' ? OTHER_OFFICE : row.officeName}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Block>
  )
}

function LevelsDialog({ levels, onClose }: { readonly levels: readonly string[]; readonly onClose: () => void }) {
  const recording = useRecording({
    command: 'setting.change',
    draft: 'muc-xep-loai',
    initial: { value: levels.join('\n') },
    toInput: ({ value }) => ({ key: 'ratingLevels', value: value.normalize('NFC').trim() }),
    onDone: () => {
      announce('Đã ghi các mức xếp loại.')
      onClose()
    },
  })
  return (
    <RecordingDialog title="Các mức xếp loại" recording={recording} submitLabel="Ghi các mức" onClose={onClose}>
      <AreaField
        label="Mỗi mức một dòng, mức cao nhất ở trên"
        description="Xếp loại đã ghi giữ nguyên tên mức của lần đó."
        required
        data-autofocus
        {...recording.bind('value')}
      />
    </RecordingDialog>
  )
}
