// When a wall has been seen: half of it, or half of the screen by it, for a second; once for each page load.

export function watchView(host: HTMLElement, seen: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // Old libraries put an Array.from of their own in its place, which makes nothing of this.
  const steps = [...Array(41).keys()].map((at) => at / 40)
  const watcher = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1)
      if (!last) return
      const { intersectionRect, boundingClientRect, rootBounds } = last
      // A wall is often taller than the screen: then half of the screen is what can be asked of it.
      const most = Math.min(boundingClientRect.height, rootBounds?.height ?? innerHeight)
      const enough = most > 0 && intersectionRect.height >= most / 2
      if (!enough) {
        clearTimeout(timer)
        timer = undefined
      } else
        timer ??= setTimeout(() => {
          watcher.disconnect()
          seen()
        }, 1000)
    },
    { threshold: steps },
  )
  watcher.observe(host)
  signal.addEventListener('abort', () => {
    watcher.disconnect()
    clearTimeout(timer)
  })
}
