import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { DocumentPreview } from '../../shared/contract/documents.ts'
import { DocumentKind } from '../../shared/documents/codes.ts'
import { modelText } from '../../shared/documents/model.ts'
import { DUC, paperwork, previewOf, TYPED, type Paperwork } from '../support/paperwork.ts'
import { temporaryFolderOfFile } from '../support/temporary-folder.ts'

const root = temporaryFolderOfFile()
let story: Paperwork

beforeAll(async () => {
  story = await paperwork(root)
})

test.each(DocumentKind.options)('the text of %s is the one agreed', async (kind) => {
  const { document, missing } = await previewOf(story, kind)
  expect(missing).toEqual([])
  if (document === null) throw new Error('no document')
  // Names of files on a carrier are drawn by lot.
  const text = modelText(document).replace(/_[0-9a-f]{8}\./g, '_xxxxxxxx.').replace(/(Dung lượng|Mã kiểm tra tệp nhãn) \| .*/g, '$1 | …')
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'documents', `${kind}.txt`))
})

test('the text of the resolution of the Youth Union (4-KNĐ) is the one agreed', async () => {
  const { commune } = story
  const { units } = await commune.do<{ units: readonly { id: string }[] }>('unit.list')
  const { case: young } = await commune.do<{ case: string }>('candidate.register', {
    profile: { ...DUC, identityNumber: '035201004322', birth: '2001-11-02', youthUnionSince: '2016-03-26', ...HOME },
    unit: units[0]?.id,
  })
  const { document, missing } = await commune.do<DocumentPreview>('document.preview', {
    kind: 'unionResolution',
    case: young,
    number: '05-NQ/ĐTN',
    date: '2023-12-28',
    facts: {
      ...TYPED.unionResolution,
      superior: 'Đoàn TNCS Hồ Chí Minh huyện Kim Bảng',
      issuer: 'Ban Chấp hành Đoàn xã Đồng Hóa',
      signer: 'Lê Minh Tuấn',
    },
  })
  expect(missing).toEqual([])
  if (document === null) throw new Error('no document')
  await expect(modelText(document)).toMatchFileSnapshot(join(import.meta.dirname, 'documents', 'unionResolution-youth.txt'))
})

test('a letter that asks for verification is filled from the request on record', async () => {
  const { commune } = story
  const { units } = await commune.do<{ units: readonly { id: string }[] }>('unit.list')
  const { case: person } = await commune.do<{ case: string }>('candidate.register', {
    profile: { ...DUC, name: 'Đặng Minh Quý', identityNumber: '035090004323', ...HOME },
    unit: units[0]?.id,
  })
  const father = '01890000-0000-7000-8000-0000000000f1'
  await commune.do('resume.record', {
    case: person,
    date: '2023-09-05',
    relatives: [
      {
        id: father,
        relation: 'father',
        name: 'Đặng Văn Lợi',
        birthYear: 1962,
        living: true,
        residence: 'thôn Bút Sơn, xã Thanh Sơn',
        partyMember: false,
      },
    ],
    periods: [],
  })
  await commune.do('verification.request', {
    case: person,
    relatives: ['self', father],
    to: 'Đảng ủy xã Thanh Sơn',
    method: 'letter',
    abroad: false,
    date: '2023-09-10',
    letter: { number: '57-CV/ĐU', date: '2023-09-10' },
  })
  const { document, missing } = await commune.do<DocumentPreview>('document.preview', {
    kind: 'verificationRequest',
    case: person,
    facts: { replyTo: 'Văn phòng Đảng ủy xã Đồng Hóa', signer: 'Nguyễn Hữu Thọ' },
  })
  expect(missing).toEqual([])
  const text = document === null ? '' : modelText(document)
  expect(text).toContain('Số 57-CV/ĐU')
  expect(text).toContain('ngày 10 tháng 9 năm 2023')
  expect(text).toContain('Kính gửi: Đảng ủy xã Thanh Sơn')
  expect(text).toContain('- Đặng Minh Quý, người xin vào Đảng.')
  expect(text).toContain('- Ông Đặng Văn Lợi, cha đẻ, sinh năm 1962, nơi cư trú: thôn Bút Sơn, xã Thanh Sơn.')
})

const HOME = {
  hometown: 'xã Đồng Hóa, huyện Kim Bảng, tỉnh Hà Nam',
  residence: 'thôn Đồng Sơn, xã Đồng Hóa',
  occupation: 'farmer',
}
