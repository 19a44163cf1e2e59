/** What the tests of follow-up share: a model, a directive, and what an office says of them. */
import type { HomeView } from '../../shared/contract/answers.ts'
import type { DirectiveRow, FollowList, ModelRow } from '../../shared/contract/follow.ts'
import type { TestOffice } from './office.ts'

/** Models an office knows. */
export const models = async (office: TestOffice) => (await office.do<FollowList<ModelRow>>('model.list')).rows

/** Directives an office knows. */
export const directives = async (office: TestOffice) =>
  (await office.do<FollowList<DirectiveRow>>('directive.list')).rows

/** What waits on the home page of an office: code, how many, since when or until when. */
export const waits = async (office: TestOffice) =>
  (await office.do<HomeView>('home.get')).waits.map(({ code, count, due }) => [code, count, due])

/** A model as it is registered, but for its place. */
export const MODEL = {
  name: 'Câu lạc bộ thanh niên phấn đấu vào Đảng',
  area: 'residential',
  since: '2023-03-01',
  description: 'Mỗi quý một buổi gặp gỡ đảng viên trẻ tại nhà văn hóa thôn.',
} as const

/** A directive as it is sent down. */
export const DIRECTIVE = {
  kind: 'directive',
  number: '19-CT/TU',
  date: '2023-02-20',
  issuer: 'Ban Thường vụ Tỉnh ủy',
  title: 'Tiếp tục đẩy mạnh công tác phát triển đảng viên giai đoạn 2023-2025',
  readBy: '2024-01-31',
  to: '2025-12-31',
  cited: true,
} as const
