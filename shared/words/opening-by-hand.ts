/**
 * How an archive is opened in twenty years without this program: the words of the sealed envelope, which the file of keys
 * repeats. The commands are run over sets and scans as they stand here (test/interop).
 */

/** One step: what it is for, and what is typed, line by line. */
export type OpeningStep = { readonly what: string; readonly commands: readonly string[] }

/** What is there before the first step. */
export const BEFORE_OPENING =
  'Cách mở, trên máy Linux có hai công cụ phổ thông age và tar: chép vào một thư mục tệp khóa, các tệp của gói (tên bắt đầu bằng KN1_) và, nếu cần mở bản quét, thư mục scans trong dữ liệu hoặc bản sao lưu. Mở cửa sổ dòng lệnh tại thư mục đó rồi gõ lần lượt:'

/**
 * The steps, in order, in a folder where everything lies.
 * @param keyFile - name of the file of keys
 */
export function openingSteps(keyFile: string): readonly OpeningStep[] {
  return [
    {
      what: 'Đối chiếu mã kiểm tra của tệp khóa rồi mở. Khi được hỏi, gõ mật khẩu liền một dòng, cả dấu gạch nối.',
      commands: [`sha256sum ${keyFile}`, `age -d -o khoa.txt ${keyFile}`],
    },
    {
      what: 'Kiểm tra các tệp của gói; tệp nào báo khác “OK” là hỏng hoặc chép thiếu, chép lại từ bản khác.',
      commands: ['sha256sum -c KN1_*.sha256'],
    },
    {
      what: 'Mở từng gói vào thư mục mang tên gói. Gói không gửi cho đơn vị này thì age báo lỗi và thư mục để trống.',
      commands: [
        'for t in KN1_*.sha256; do',
        '  b=$(basename $t .sha256); mkdir $b',
        '  cat $b.tar.age.* | age -d -i khoa.txt | tar -x -C $b -f -',
        'done',
      ],
    },
    {
      what: 'Gộp bản ghi của các gói vào một tệp chữ. Bản quét gửi kèm nằm ở data/att trong thư mục của từng gói: tệp PDF, JPEG hoặc PNG, tên không có đuôi.',
      commands: ['gzip -dc KN1_*/data/journal/*.gz > ban-ghi.txt'],
    },
    {
      what: 'Mở các bản quét trong thư mục scans, cũng là tệp PDF, JPEG hoặc PNG, tên không có đuôi.',
      commands: [
        'mkdir ban-quet',
        'for t in scans/??/*; do',
        '  age -d -i khoa.txt -o ban-quet/$(basename $t) $t',
        'done',
      ],
    },
    { what: 'Xong việc thì xóa tệp khóa đã mở.', commands: ['rm khoa.txt'] },
  ]
}
