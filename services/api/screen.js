// The public screen: the next story takes the big place once a minute; a new or a hidden post brings the page anew.
const main = document.querySelector('main')
const row = main.querySelector('.sw-top')
const steps = main.querySelector('.screen-steps')
const button = steps.querySelector('button')
const { stop } = button.dataset
const go = button.textContent

let turning = setInterval(turn, 60_000)
function turn() {
  if (row.firstElementChild) row.append(row.firstElementChild)
}
function label() {
  button.textContent = turning ? stop : go
}
button.addEventListener('click', () => {
  clearInterval(turning)
  turning = turning ? undefined : setInterval(turn, 60_000)
  label()
})
label()
steps.hidden = row.childElementCount < 2

// Only when the page can be had: a screen in a lobby must not turn blank with the service.
async function renew() {
  const answer = await fetch(location.href).catch(() => undefined)
  if (answer?.ok) location.reload()
  else setTimeout(renew, 30_000)
}
const stream = new EventSource(main.dataset.stream)
for (const name of ['post', 'gone']) stream.addEventListener(name, renew, { once: true })
// A quiet stream may also be a deaf one.
setTimeout(renew, 3_600_000)
