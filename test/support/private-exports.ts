/** A commune that has let out all that is private, each on a day of its own, and a set that is not, to its district. */
import type { KeysExported } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  carry,
  carryAtHome,
  communeAndDistrict,
  exportSuccession,
  foundCommune,
  newStick,
  register,
} from './journey.ts'
import { joinOffice, pairSuccessor, type TestOffice } from './office.ts'

/** What was let out, and by whom and to whom. */
export type LetOut = {
  readonly commune: TestOffice
  /** The office that goes on for it. */
  readonly heir: TestOffice
  readonly keys: KeysExported
}

/** Why the keys were written out. */
export const WHY_KEYS = 'Nộp lưu kho năm 2024'

/** The further computer is called 'Máy phòng tổ chức', the heir 'Đảng ủy xã Kim Thanh'. */
export async function letAllOut(root: string): Promise<LetOut> {
  const { commune, district } = await communeAndDistrict(root)
  await register(commune, await addBranch(commune))
  commune.at('2024-04-02')
  const second = await joinOffice(commune, root, newStick(root, 'enrol'))
  await carryAtHome(root, second, commune)
  commune.at('2024-04-03')
  await carryAtHome(root, commune, second)
  await carry(root, commune, district)
  commune.at('2024-04-04')
  const keys = await commune.do<KeysExported>('keys.export', { to: newStick(root, 'kho'), reason: WHY_KEYS })
  commune.at('2024-04-05')
  const heir = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pairSuccessor(heir, commune)
  await exportSuccession(commune, heir, newStick(root, 'ban-giao'), '2024-04-05')
  return { commune, heir, keys }
}
