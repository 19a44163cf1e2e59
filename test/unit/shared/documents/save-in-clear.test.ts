/** Saving a file that anybody can open: the question comes before the writing. */
import { expect, test } from 'vitest'
import { saveInClear, type ClearAnswer, type NamedFile } from '../../../../shared/documents/save-in-clear.ts'
import { clearQuestion } from '../../../../shared/words/vi.ts'

/** Plays a person who names these files and answers so; every step is written down. */
async function play(files: readonly (NamedFile | null)[], answers: readonly ClearAnswer[], agreed = new Set<string>()) {
  const steps: string[] = []
  const [named, said] = [[...files], [...answers]]
  const saved = await saveInClear({
    agreed,
    choose: async () => named.shift() ?? null,
    ask: async ({ folder, carried }) => {
      steps.push(`ask ${carried} ${folder}`)
      return said.shift() ?? 'not'
    },
    write: async (path) => {
      steps.push(`write ${path}`)
      return path
    },
  })
  return { saved, steps, agreed }
}

test("on the computer's own disk a file is written without a question", async () => {
  expect(await play([{ path: '/home/an/a.docx', carried: 'no' }], [])).toMatchObject({
    saved: '/home/an/a.docx',
    steps: ['write /home/an/a.docx'],
  })
})

test('a drive that can be carried away is asked about first, every time', async () => {
  const stick: NamedFile = { path: '/media/an/USB/a.docx', carried: 'yes' }
  const { agreed, steps } = await play([stick], ['here'])
  expect(steps).toEqual(['ask yes /media/an/USB', 'write /media/an/USB/a.docx'])
  expect((await play([stick], ['not'], agreed)).steps).toEqual(['ask yes /media/an/USB'])
  expect(await play([stick, { path: '/home/an/b.docx', carried: 'no' }], ['elsewhere'])).toMatchObject({
    saved: '/home/an/b.docx',
    steps: ['ask yes /media/an/USB', 'write /home/an/b.docx'],
  })
})

test('where the system does not tell, each folder is asked about once', async () => {
  const file: NamedFile = { path: 'D:\\Văn bản\\a.docx', carried: 'unknown' }
  const first = await play([file], ['here'])
  expect(first.steps).toEqual(['ask unknown D:\\Văn bản', 'write D:\\Văn bản\\a.docx'])
  expect((await play([file], [], first.agreed)).steps).toEqual(['write D:\\Văn bản\\a.docx'])
  expect((await play([{ path: 'E:\\a.docx', carried: 'unknown' }], ['here'], first.agreed)).steps).toEqual([
    'ask unknown E:\\',
    'write E:\\a.docx',
  ])
})

test('nothing named, nothing asked and nothing written; the question says what can happen', async () => {
  expect(await play([null], [])).toMatchObject({ saved: null, steps: [] })
  expect(clearQuestion('yes', 'E:\\')).toMatch(/USB hoặc ổ đĩa rời.*không mã hóa/)
  expect(clearQuestion('unknown', 'E:\\')).toMatch(/không biết.*không mã hóa/)
})
