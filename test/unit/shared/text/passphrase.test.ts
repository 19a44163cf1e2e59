/** The short policy of passphrases. */
import { describe, expect, it } from 'vitest'
import { passphraseProblem } from '../../../../shared/text/passphrase.ts'

describe('a new passphrase', () => {
  it.each(['chín chữ số mười', 'aaaaaaaaab', 'mật khẩu dài'])('may be "%s"', (text) => {
    expect(passphraseProblem(text, 'lan')).toBeUndefined()
  })

  it('has at least ten characters, counted in NFC and as a person sees them', () => {
    expect(passphraseProblem('mậtkhẩu12', 'lan')).toEqual({ code: 'PASSPHRASE_TOO_SHORT', shortest: 10, length: 9 })
    expect(passphraseProblem('mậtkhẩu12'.normalize('NFD'), 'lan')).toMatchObject({ length: 9 })
    expect(passphraseProblem('😀😁😂😃😄', 'lan')).toMatchObject({ length: 5 })
  })

  it('is not the login in another case or Unicode form, and not one character again and again', () => {
    expect(passphraseProblem('NGUYỄN THỊ LAN'.normalize('NFD'), 'Nguyễn Thị Lan')).toEqual({
      code: 'PASSPHRASE_IS_LOGIN',
    })
    expect(passphraseProblem('1111111111', 'lan')).toEqual({ code: 'PASSPHRASE_ONE_CHARACTER' })
  })
})
