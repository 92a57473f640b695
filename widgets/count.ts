// When a wall has been seen: half of it, or half of the screen by it, for a second; once for each page load.

export function watchView(host: HTMLElement, seen: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const steps = Array.from({ length: 41 }, (_, at) => at / 40)
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
