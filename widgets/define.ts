// Defines <some-wall> once and takes over what a CMS leaves of it; loading the script is all a page must do.
import { mount } from './somewall.ts'

class SomeWall extends HTMLElement {
  #stop: (() => void) | undefined
  connectedCallback() {
    this.#stop = mount(this, (name) => this.getAttribute(name))
  }
  disconnectedCallback() {
    this.#stop?.()
  }
}

if (!customElements.get('some-wall')) {
  customElements.define('some-wall', SomeWall)
  const takeOver = () => {
    for (const host of document.querySelectorAll<HTMLElement>('div[data-somewall]:not([data-taken])')) {
      host.dataset.taken = ''
      mount(host, (name) => host.getAttribute(name === 'src' ? 'data-somewall' : `data-${name}`))
    }
  }
  takeOver()
  document.addEventListener('DOMContentLoaded', takeOver)
}
