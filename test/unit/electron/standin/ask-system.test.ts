/** The stand-in's dialogs: which program asks on which system, and what becomes of its answer. */
import { expect, test } from 'vitest'
import { askersFor, askSystem, NoDialog, type Asker, type Wanted } from '../../../../electron/standin/ask-system.ts'

const TITLE = 'Chọn nơi lưu "; rm -rf ~'
const folder: Wanted = { kind: 'folder', title: TITLE, name: '' }

test('a title is an argument or in the environment, never part of a command', () => {
  for (const platform of ['win32', 'darwin', 'linux'] as const)
    for (const kind of ['folder', 'files', 'save'] as const)
      for (const { args, environment } of askersFor({ kind, title: TITLE, name: "đơn'.docx" }, platform)) {
        const holding = args.filter((arg) => arg.includes('rm -rf'))
        if (platform === 'win32') expect([holding, environment?.['KETNAP_TITLE']]).toEqual([[], TITLE])
        else expect(holding.every((arg) => arg === TITLE || arg === `--title=${TITLE}`)).toBe(true)
      }
})

test('the next program is asked where the first is not installed, and a cancelled dialog asks nobody else', async () => {
  const asked: string[] = []
  const answers = (...said: readonly (string | null)[]) => {
    const left = [...said]
    return async ({ command }: Asker) => {
      asked.push(command)
      return left.shift() ?? null
    }
  }
  expect(await askSystem(folder, 'linux', answers(null, '/home/an/Văn bản\n'))).toEqual(['/home/an/Văn bản'])
  expect(await askSystem(folder, 'linux', answers(''))).toEqual([])
  expect(asked).toEqual(['zenity', 'kdialog', 'zenity'])
  expect(await askSystem({ ...folder, kind: 'files' }, 'win32', answers('D:\\a.pdf\r\nD:\\b.pdf\r\n'))).toEqual([
    'D:\\a.pdf',
    'D:\\b.pdf',
  ])
})

test('where nothing can ask, that is said', async () => {
  await expect(askSystem(folder, 'linux', async () => null)).rejects.toThrow(NoDialog)
})

test('a program that is not installed is none', async () => {
  const { PATH } = process.env
  process.env['PATH'] = ''
  try {
    await expect(askSystem(folder, 'linux')).rejects.toThrow(NoDialog)
  } finally {
    process.env['PATH'] = PATH
  }
})
