// The identity of a hashtag, the same in a place file, in the database and in a post.

/** NFKC and lower case. `#Kemijärvi` and decomposed `kemija¨rvi` are one spelling, `#kemijarvi` is another. */
export function tagKey(written: string): string {
  return written
    .replace(/^[#＃﹟]/u, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
}
