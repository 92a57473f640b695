// Hands the wall's address on: in the device's own way of sharing, else copied.

/** `announce` says what nobody would notice by itself, and answers with its words. */
export async function share(
  link: HTMLAnchorElement,
  count: (event: 'share') => void,
  announce: (name: 'copied') => string,
): Promise<void> {
  const url = link.href
  try {
    if (navigator.share) await navigator.share({ url })
    else {
      await navigator.clipboard.writeText(url)
      link.textContent = announce('copied')
    }
    count('share')
  } catch (error) {
    // Who has thought better of it stays; where a page may do neither, the address itself opens.
    if ((error as Error).name !== 'AbortError') location.href = url
  }
}
