/**
 * The holidays of 2016-2026 as announced for civil servants, with the swaps of the Prime Minister. Facts with their
 * sources: a break is given as published, week-ends inside it included. To correct a year, change its data here and the
 * test that compares it with the computed table; an office corrects it with an override instead.
 */
import type { DaysOff, HolidayTable, MakeUpDay } from './holidays.ts'

const LAW_2012 = 'Bộ luật Lao động 2012, Điều 115'
const PRESS_2016 = 'baodanang.vn 01/4/2016 (Bộ LĐTBXH)'
const PRESS_2017 = 'e.vnexpress.net/3499498, 15/11/2016 (Thủ tướng đồng ý)'
const PRESS_2018 = 'e.vnexpress.net/3684669, 15/12/2017'
const PRESS_2019 = 'vietnamnet.vn/en E206473 (Bộ LĐTBXH, 06/8/2018)'
const SWAP_2019 = 'Công văn 6519/VPCP-KGVX năm 2018; vietnamnet.vn/en E206473'
const PRESS_2020 = 'worldholidayhub.com/vn/2020'
const PRESS_2021 = 'sggpnews.org.vn 89687, 09/12/2020 (Bộ LĐTBXH)'
const PRESS_2022 = 'officeholidays.com/countries/vietnam/2022'
const PRESS_2023 = 'en.nhandan.vn post120513, 01/12/2022'
const PRESS_2024 = 'vietnamnews.vn 1636141, 05/11/2023'
const SWAP_2024 = 'Công văn 2450/VPCP-KGVX, 12/4/2024'
const TABLE_2025 = 'tet-amlich.com/2024/11/cac-ngay-nghi-le-2025.html'
const LIST_2025 = 'vietnamvisaembassy.com/vietnam-public-holidays'
const LIST_2026 = 'VnExpress International (tezzbuzz.com)'
const PRESS_2026 = 'vietnamnews.vn 1727514, 17/10/2025 (Bộ Nội vụ)'
const SWAP_2026 = '24h.com.vn, 26/12/2025 (Chính phủ đồng ý 25/12/2025)'

/** Shipped tables, one a year, oldest first. */
export const PUBLISHED_TABLES: readonly HolidayTable[] = [
  table(2016, [
    off('01-01', '01-01', 'Tết Dương lịch', LAW_2012, false),
    off('02-06', '02-14', 'Tết Nguyên đán Bính Thân', 'Phiên họp Chính phủ 29/10/2015 (khachsandanang.net.vn 346)'),
    off('04-16', '04-18', 'Giỗ Tổ Hùng Vương', PRESS_2016),
    off('04-30', '05-03', 'Ngày Chiến thắng, Quốc tế Lao động', PRESS_2016),
    off('09-02', '09-02', 'Quốc khánh', LAW_2012, false),
  ]),
  table(2017, [
    off('01-01', '01-02', 'Tết Dương lịch', PRESS_2017),
    off('01-26', '02-01', 'Tết Nguyên đán Đinh Dậu', PRESS_2017),
    // A swap of Friday 7/4 was proposed; no source says whether it was granted, so only the legal day is shipped.
    off('04-06', '04-06', 'Giỗ Tổ Hùng Vương', LAW_2012, false),
    off('04-29', '05-02', 'Ngày Chiến thắng, Quốc tế Lao động', PRESS_2017),
    off('09-02', '09-04', 'Quốc khánh', PRESS_2017),
  ]),
  table(2018, [
    off('01-01', '01-01', 'Tết Dương lịch', PRESS_2018),
    off('02-14', '02-20', 'Tết Nguyên đán Mậu Tuất', PRESS_2018),
    off('04-25', '04-25', 'Giỗ Tổ Hùng Vương', PRESS_2018),
    off('04-28', '05-01', 'Ngày Chiến thắng, Quốc tế Lao động', PRESS_2018),
    off('09-01', '09-03', 'Quốc khánh', PRESS_2018),
    off('12-29', '12-31', 'Tết Dương lịch 2019 (hoán đổi)', SWAP_2019),
  ]),
  table(
    2019,
    [
      off('01-01', '01-01', 'Tết Dương lịch', PRESS_2019),
      off('02-02', '02-10', 'Tết Nguyên đán Kỷ Hợi', PRESS_2019),
      off('04-13', '04-15', 'Giỗ Tổ Hùng Vương', PRESS_2019),
      off('04-27', '05-01', 'Ngày Chiến thắng, Quốc tế Lao động (hoán đổi 29/4)', PRESS_2019),
      off('09-02', '09-02', 'Quốc khánh', 'officeholidays.com/guide/vietnam/2019'),
    ],
    [
      makeUp('2019-01-05', '2018-12-31', SWAP_2019),
      makeUp('2019-05-04', '2019-04-29', 'phapluat.suckhoedoisong.vn 25383, 22/4/2019'),
    ],
  ),
  table(2020, [
    off('01-01', '01-01', 'Tết Dương lịch', 'dautuvietnam.com.vn, 12/12/2019'),
    off('01-23', '01-29', 'Tết Nguyên đán Canh Tý', 'socongthuong.daklak.gov.vn, 07/01/2020'),
    off('04-02', '04-02', 'Giỗ Tổ Hùng Vương', PRESS_2020),
    off('04-30', '05-01', 'Ngày Chiến thắng, Quốc tế Lao động', PRESS_2020),
    off('09-02', '09-02', 'Quốc khánh', PRESS_2020),
  ]),
  table(2021, [
    off('01-01', '01-01', 'Tết Dương lịch', PRESS_2021),
    off('02-10', '02-16', 'Tết Nguyên đán Tân Sửu', PRESS_2021),
    off('04-21', '04-21', 'Giỗ Tổ Hùng Vương', PRESS_2021),
    off('04-30', '05-03', 'Ngày Chiến thắng, Quốc tế Lao động', PRESS_2021),
    off('09-02', '09-05', 'Quốc khánh', PRESS_2021),
  ]),
  table(2022, [
    off('01-01', '01-03', 'Tết Dương lịch', 'sggpnews.org.vn 96166, 05/12/2021'),
    off('01-29', '02-06', 'Tết Nguyên đán Nhâm Dần', 'hanoitimes.vn 319748 (Phó Thủ tướng Vũ Đức Đam)'),
    off('04-10', '04-11', 'Giỗ Tổ Hùng Vương', PRESS_2022),
    off('04-30', '05-03', 'Ngày Chiến thắng, Quốc tế Lao động', PRESS_2022),
    off('09-01', '09-04', 'Quốc khánh', 'en.dangcongsan.vn 599964, 05/8/2022'),
  ]),
  table(2023, [
    off('01-01', '01-02', 'Tết Dương lịch', 'Thông báo nghỉ Tết Dương lịch 2023 (hỏi đáp pháp luật)'),
    off('01-20', '01-26', 'Tết Nguyên đán Quý Mão', PRESS_2023),
    off('04-29', '05-03', 'Giỗ Tổ, Ngày Chiến thắng, Quốc tế Lao động', 'kinhtedothi.vn, 22/3/2023'),
    off('09-01', '09-04', 'Quốc khánh', PRESS_2023),
  ]),
  table(
    2024,
    [
      off('01-01', '01-01', 'Tết Dương lịch', 'dbndnghean.vn 10356, 04/10/2023'),
      off('02-08', '02-14', 'Tết Nguyên đán Giáp Thìn', PRESS_2024),
      off('04-18', '04-18', 'Giỗ Tổ Hùng Vương', 'baotintuc.vn 20240412212054381'),
      off('04-27', '05-01', 'Ngày Chiến thắng, Quốc tế Lao động (hoán đổi 29/4)', SWAP_2024),
      off('08-31', '09-03', 'Quốc khánh', PRESS_2024),
    ],
    [makeUp('2024-05-04', '2024-04-29', SWAP_2024)],
  ),
  table(
    2025,
    [
      off('01-01', '01-01', 'Tết Dương lịch', LIST_2025),
      off('01-25', '02-02', 'Tết Nguyên đán Ất Tỵ', TABLE_2025),
      off('04-07', '04-07', 'Giỗ Tổ Hùng Vương', LIST_2025),
      off('04-30', '05-04', 'Ngày Chiến thắng, Quốc tế Lao động (hoán đổi 02/5)', TABLE_2025),
      off('08-30', '09-02', 'Quốc khánh', 'en.sggp.org.vn post119346, 03/8/2025'),
    ],
    [makeUp('2025-04-26', '2025-05-02', TABLE_2025)],
  ),
  table(
    2026,
    [
      off('01-01', '01-04', 'Tết Dương lịch (hoán đổi 02/01)', SWAP_2026),
      off('02-14', '02-22', 'Tết Nguyên đán Bính Ngọ', PRESS_2026),
      off('04-25', '04-27', 'Giỗ Tổ Hùng Vương', LIST_2026),
      off('04-30', '05-03', 'Ngày Chiến thắng, Quốc tế Lao động', LIST_2026),
      off('08-29', '09-02', 'Quốc khánh (hoán đổi 31/8)', PRESS_2026),
      off('11-24', '11-24', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16'),
    ],
    [makeUp('2026-01-10', '2026-01-02', SWAP_2026), makeUp('2026-08-22', '2026-08-31', PRESS_2026)],
  ),
]

/** A break given by month and day; the year is put in by table(). */
type Break = Omit<DaysOff, 'from' | 'to'> & { readonly fromDay: string; readonly toDay: string }

function table(year: number, breaks: readonly Break[], makeUpDays: readonly MakeUpDay[] = []): HolidayTable {
  const daysOff = breaks.map(({ fromDay, toDay, ...rest }): DaysOff => ({
    from: `${year}-${fromDay}`,
    to: `${year}-${toDay}`,
    ...rest,
  }))
  return { year, status: 'published', off: daysOff, makeUp: makeUpDays }
}

function off(fromDay: string, toDay: string, name: string, source: string, confirmed = true): Break {
  return { fromDay, toDay, name, source, confirmed }
}

function makeUp(date: string, insteadOf: string, source: string, confirmed = true): MakeUpDay {
  return { date, insteadOf, source, confirmed }
}
