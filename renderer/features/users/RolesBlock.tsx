/**
 * What each role may record, by area of work: worked out from the rights that stand with each command, so that it cannot
 * say anything else.
 */
import { Table, Text } from '@mantine/core'
import { rightsByArea, type Right } from '../../../shared/contract/work-areas.ts'
import { Role } from '../../../shared/model/codes.ts'
import { actionText, ROLES, upper, WORK_AREAS } from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'

const MARKS: Readonly<Record<Right, string>> = { all: 'Được', some: 'Một phần', none: 'Không' }

const TABLE = rightsByArea(Role.options)

/** The block. */
export function RolesBlock() {
  return (
    <Block title="Vai trò và việc được làm">
      <Text size="sm" mb="xs">
        Mọi người đã mở khóa đều xem được. Dưới đây là việc ghi, theo vai trò; bấm vào một nhóm việc để xem từng việc và
        vai trò được làm.
      </Text>
      <Table.ScrollContainer minWidth={980}>
        <Table aria-label="Vai trò và việc được làm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Nhóm việc</Table.Th>
              {Role.options.map((role) => (
                <Table.Th key={role}>{ROLES[role]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {TABLE.map(({ area, entries, rights }) => (
              <Table.Tr key={area} style={{ verticalAlign: 'top' }}>
                <Table.Td>
                  <details>
                    <summary>{WORK_AREAS[area]}</summary>
                    {entries.map(({ name, roles }) => (
                      <Text key={name} size="xs" c="dimmed" mt={2}>
                        {upper(actionText(name))}: {roles.map((role) => ROLES[role].toLowerCase()).join(', ')}
                      </Text>
                    ))}
                  </details>
                </Table.Td>
                {Role.options.map((role) => {
                  const right = rights.get(role) ?? 'none'
                  return (
                    <Table.Td
                      key={role}
                      fw={right === 'all' ? 600 : 400}
                      {...(right === 'none' ? { c: 'dimmed' } : {})}
                    >
                      {MARKS[right]}
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Block>
  )
}
