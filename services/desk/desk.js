// The desk with script: keys, decisions without a new page, copying text. Everything works without it too.

const cards = () => [...document.querySelectorAll('.post[data-post]')]
const current = () => document.querySelector('.post.current')
const undoBar = () => document.querySelector('form.undo')
const remembered = () => localStorage.getItem('desk-keys') !== 'off'

/** Moves the frame and the main button to a card. */
function choose(card, { focus = false } = {}) {
  for (const one of cards()) {
    const mine = one === card
    one.classList.toggle('current', mine)
    if (mine) one.setAttribute('aria-current', 'true')
    else one.removeAttribute('aria-current')
    one.querySelectorAll('.decide > .acts > .button').forEach((button, nth) => {
      button.classList.toggle('main', mine && nth === 0)
    })
  }
  if (!card) return
  if (focus) card.querySelector('.decide > .acts > .button')?.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'nearest' })
}

/** Says what went wrong beside the card it is about. */
function complain(form, problem) {
  form.querySelector(':scope > .say.need')?.remove()
  const box = document.createElement('div')
  box.className = 'say need'
  box.setAttribute('role', 'alert')
  const text = document.createElement('p')
  const title = document.createElement('b')
  title.textContent = problem.title ? `${problem.title}. ` : ''
  const more = (problem.errors ?? []).map((one) => one.message).join(' · ')
  text.append(title, [problem.detail, more].filter(Boolean).join(' '))
  box.append(text)
  form.append(box)
}

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button))
  // Not form.action: the buttons are called action, and hide it.
  const answer = await fetch(form.getAttribute('action'), {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  })
  const type = answer.headers.get('content-type') ?? ''
  if (!type.includes('json')) throw new TypeError('not an answer of ours')
  return { ok: answer.ok, told: await answer.json() }
}

/** The decided card, kept so that undoing can put it back where it stood. */
let taken

async function decideInPlace(form, button) {
  const card = form.closest('.post')
  const { ok, told } = await send(form, button)
  if (!ok) return complain(form, told)
  const following = card.nextElementSibling?.matches('.post')
    ? card.nextElementSibling
    : cards()
        .filter((one) => one !== card)
        .at(-1)
  taken = { card, before: card.nextSibling, parent: card.parentElement }
  const bar = undoBar()
  bar.hidden = false
  bar.setAttribute('action', told.undo)
  bar.elements.version.value = told.version
  bar.querySelector('[role=status]').textContent = told.said
  for (const one of bar.querySelectorAll('button')) one.hidden = false
  card.before(bar)
  card.remove()
  showCounts(told.counts)
  if (following) choose(following, { focus: true })
  else bar.querySelector('button')?.focus()
}

async function undoInPlace(bar, button) {
  const { ok, told } = await send(bar, button)
  if (!ok) return complain(bar, told)
  if (!taken || taken.card.dataset.post !== told.id) return location.reload()
  for (const one of taken.card.querySelectorAll('[name=version]')) one.value = told.version
  for (const one of taken.card.querySelectorAll('[name=twin]'))
    one.value = told.twins.find((twin) => twin.split('.')[0] === one.value.split('.')[0]) ?? one.value
  const next = taken.before?.parentElement === taken.parent ? taken.before : bar.nextSibling
  taken.parent.insertBefore(taken.card, next)
  bar.querySelector('[role=status]').textContent = told.said
  button.hidden = true
  showCounts(told.counts)
  choose(taken.card, { focus: true })
  taken = undefined
}

function showCounts(counts) {
  for (const [name, n] of Object.entries(counts))
    for (const one of document.querySelectorAll(`[data-count="${name}"]`)) one.textContent = n
}

document.addEventListener('submit', (event) => {
  const form = event.target
  const queue = document.querySelector('.page.three')
  const button = event.submitter ?? form.querySelector('[name=action]')
  // Words, marks and questions are saved the ordinary way: the card stays where it is.
  const stays = button.value === 'describe' || button.hasAttribute('formaction')
  if (!queue || !form.matches('form.decide, form.undo') || stays) return
  event.preventDefault()
  const work = form.matches('.undo') ? undoInPlace : decideInPlace
  // When the way in place fails, the form goes the ordinary way.
  work(form, button).catch(() => {
    const action = Object.assign(document.createElement('input'), { type: 'hidden', name: 'action' })
    action.value = button.value
    form.append(action)
    form.submit()
  })
})

document.addEventListener('click', async (event) => {
  const copy = event.target.closest('[data-copy]')
  if (copy) {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim())
    copy.lastChild.textContent = copy.dataset.copied
  }
  if (event.target.closest('[data-pick-all]')) {
    event.preventDefault()
    pickAll()
  }
  const keys = event.target.closest('[data-keys]')
  if (keys) {
    localStorage.setItem('desk-keys', remembered() ? 'off' : 'on')
    showKeys(keys)
  }
})

/** The wall as it is chosen at this moment, without a new page: the preview, and every code. */
document.addEventListener('change', async ({ target }) => {
  const form = target.closest('form[data-live]')
  if (!form?.reportValidity()) return
  const address = `${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  if (!answer.ok) return form.submit()
  const { frame, codes } = await answer.json()
  const live = (name) => document.querySelector(`[data-live="${name}"]`)
  for (const [kind, text] of Object.entries(codes)) live(kind).textContent = text
  if (live('frame').getAttribute('src') !== frame) live('frame').setAttribute('src', frame)
  history.replaceState(null, '', address)
  const status = form.querySelector('[role=status]')
  status.textContent = status.dataset.changed
})

/** Every card of the page, or none of them when all are picked already. */
function pickAll() {
  const ticks = [...document.querySelectorAll('.pick input')]
  const picked = ticks.every((one) => one.checked)
  for (const one of ticks) one.checked = !picked
}

function showKeys(button) {
  button.textContent = remembered() ? button.dataset.off : button.dataset.on
}

const typing = (target) => target.closest('input:not([type=checkbox], [type=radio]), textarea, select')

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !remembered() || typing(event.target)) return
  const key = event.key.toLowerCase()
  const card = current()
  const all = cards()
  const at = all.indexOf(card)
  if (key === 'j' || key === 'k') {
    const next = all[key === 'j' ? at + 1 : at - 1]
    if (next) choose(next, { focus: true })
    return
  }
  if (key === 'z') return void press(event, undoBar()?.querySelector('button'))
  if (key === 'a') return pickAll()
  if (!card) return
  if (/^[1-5]$/.test(key))
    return void press(event, card.querySelector(`.decide [aria-keyshortcuts="${key}"]`))
  if (key === 'o') return void press(event, card.querySelector('a.original'))
  if (key === 'x') return void card.querySelector('.pick input')?.click()
  if (key === 'h') return void open(event, card.querySelector('.handing'))
  if (key === 'l') return void open(event, card.querySelector('.ask'))
  if (key === 'e') return void open(event, card.querySelector('.describing'), card.querySelector('.describe'))
})

function press(event, button) {
  if (!button || button.hidden) return
  event.preventDefault()
  button.click()
}

function open(event, details, fields = details) {
  if (!fields) return
  event.preventDefault()
  if (details) details.open = true
  fields.querySelector('input:not([type=hidden]), select, textarea')?.focus()
}

for (const button of document.querySelectorAll('[data-keys]')) showKeys(button)
