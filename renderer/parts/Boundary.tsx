/**
 * What a part that throws while it is drawn takes with it, and no more: without this the whole window would be gone.
 */
import { Component, type ReactNode } from 'react'

type Props = {
  /** What is drawn; another value draws anew what had failed, as on another page. */
  readonly at?: string
  /** Stands in the place of what has failed. @param again - draws it anew */
  readonly instead: (again: () => void) => ReactNode
  readonly children: ReactNode
}

type State = { readonly at: string | undefined; readonly hasFailed: boolean }

/** The boundary. What was thrown stands in the console, where React puts it. */
export class Boundary extends Component<Props, State> {
  override state: State = { at: this.props.at, hasFailed: false }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { at, hasFailed: false }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead(() => this.setState({ hasFailed: false })) : this.props.children
  }
}
