/**
 * The look: one theme for light and dark, contrast at least AA, a bundled font with every Vietnamese letter, sizes for a
 * 1366x768 screen and eight hours of work.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** A quiet red, for the main action of a page and the product's mark. */
const dao: MantineColorsTuple = [
  '#fdf0ef',
  '#f6dcda',
  '#ecb5b1',
  '#e28b85',
  '#d9675f',
  '#d45047',
  '#c53c33',
  '#a92a22',
  '#971f19',
  '#80140f',
]

/** The theme. */
export const theme = createTheme({
  primaryColor: 'dao',
  primaryShade: { light: 8, dark: 7 },
  colors: { dao },
  fontFamily: '"Noto Sans Variable", system-ui, sans-serif',
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '24px' }, h2: { fontSize: '19px' }, h3: { fontSize: '16px' } },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    // Otherwise the browser keeps what stands in a field in its profile, where it outlives a crash: of every field, also the
    // palette's, and of a file that is chosen its name.
    Input: { defaultProps: { autoComplete: 'off', spellCheck: false } },
    FileButton: { defaultProps: { inputProps: { autoComplete: 'off' } } },
    Modal: {
      styles: { title: { fontSize: 17, fontWeight: 650, lineHeight: 1.3 } },
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Đóng' } },
    },
    // What is said of a field stands under it, so that fields of one line stand in one line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', highlightOnHover: true } },
    // What went wrong is read whole, not in the grey of a remark.
    Notification: { styles: { description: { color: 'var(--mantine-color-text)' } } },
    // The ring around a button in it is seen whole.
    Alert: { styles: { message: { overflow: 'visible' } } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 550 } },
  },
})

/** Colours that Mantine's defaults leave below AA. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--focus-ring': '#1d5fa8',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
    '--mantine-color-placeholder': '#6b7178',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-yellow-light-color': '#6b4200',
    '--mantine-color-orange-light-color': '#8f3a00',
    '--mantine-color-teal-light-color': '#0a5c43',
    '--mantine-color-green-light-color': '#1f6b2c',
    '--mantine-color-blue-light-color': '#15548f',
    '--mantine-color-red-light-color': '#a61e1e',
  },
  dark: {
    '--focus-ring': '#8ec7ff',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
    '--mantine-color-placeholder': '#9aa0a6',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-dao-text': 'var(--mantine-color-dao-2)',
    '--mantine-color-anchor': 'var(--mantine-color-dao-2)',
  },
})
