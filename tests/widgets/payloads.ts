// Texts that try to run as script: by tag, by handler, by scheme, by broken quoting.

const run = 'window.hacked=(window.hacked||0)+1'
const encoded = [...run].map((sign) => `&#${sign.charCodeAt(0)};`).join('')

const elements = [
  `<script>${run}</script>`,
  `<SCRIPT>${run}</SCRIPT>`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `<script src="data:text/javascript,${run}"></script>`,
  `<script type="module">${run}</script>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><script href="data:text/javascript,${run}"/></svg>`,
  `<math><mtext><script>${run}</script></mtext></math>`,
  `<template><script>${run}</script></template>`,
  `<noscript><p title="</noscript><script>${run}</script>"></noscript>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<base href="javascript:${run}//">`,
  `<link rel="stylesheet" href="data:text/css,*{background:url(x)}">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  `<style>@import 'javascript:${run}';</style>`,
  `<style>*{animation:x}@keyframes x{}</style><p onanimationstart="${run}">`,
  `<!--><script>${run}</script>-->`,
  `<![CDATA[<script>${run}</script>]]>`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `</p></div></article><script>${run}</script>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&amp;lt;script&amp;gt;${run}`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
]
const tags = [
  'select',
  'img',
  'svg',
  'video',
  'audio',
  'body',
  'details',
  'input',
  'a',
  'marquee',
  'some-wall',
  'x',
]
const handlers = ['onerror', 'onload', 'ontoggle', 'onfocus', 'onmouseover', 'onclick', 'onanimationend']
const shapes = [
  (tag: string, on: string) => `<${tag} src=x ${on}=${run}>`,
  (tag: string, on: string) => `"><${tag} autofocus tabindex=0 ${on}="${run}" src=x>`,
]
const schemes = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` javascript:${run}`,
  `\u0001javascript:${run}`,
  `java\tscript:${run}`,
  `java\nscript:${run}`,
  `javascript&colon;${run}`,
  `&#106;avascript:${run}`,
  `javascript://example.org/%0a${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD4xPC9zY3JpcHQ+`,
  `vbscript:${run}`,
  `blob:https://example.org/x`,
  `file:///etc/passwd`,
  `view-source:javascript:${run}`,
]
const breaks = [
  '"',
  "'",
  '`',
  '">',
  "'>",
  '"/>',
  '" ',
  "' ",
  '-->',
  ']]>',
  '\u0000',
  '\u2028',
  '</',
  '<',
  '&',
  '&#',
  '%22',
  '\\"',
]

/** Addresses that must never become a link. */
export const badAddresses: readonly string[] = schemes

export const payloads: readonly string[] = [
  ...elements,
  ...tags.flatMap((tag) => handlers.flatMap((on) => shapes.map((shape) => shape(tag, on)))),
  ...schemes.flatMap((one) => [`<a href="${one}">x</a>`, `<img src="${one}">`, one]),
  ...breaks.map((sign) => `x${sign} onmouseover=${run} y=${sign}<img src=x onerror=${encoded}>`),
]
