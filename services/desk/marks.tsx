// The marks of a post that a person sets: timeless, a recognisable child, a delicate subject.
import { Hono } from 'hono'
import { t } from '../../config/i18n.ts'
import type { Deps } from '../deps.ts'
import type { DeskPost } from '../inbox.ts'
import { markPost } from '../lifting.ts'
import { readForm } from '../same-origin.ts'
import { actOf, mayAt, type Signed, signedIn } from '../session.ts'
import { type DeskContext, deskPath } from './layout.tsx'
import { Form, withParam } from './parts.tsx'

const marks = ['timeless', 'child', 'delicate'] as const

export function markRoutes(deps: Deps): Hono<Signed> {
  return new Hono<Signed>().post(
    '/:place/posts/:id/marks',
    signedIn(deps),
    mayAt(deps, 'curate'),
    async (c) => {
      const { back, ...fields } = await readForm(c)
      const set = (name: (typeof marks)[number]) => fields[name] === '1'
      const id = c.req.param('id')
      const given = { timeless: set('timeless'), child: set('child'), delicate: set('delicate') }
      await markPost(deps, actOf(c), id, given)
      return c.redirect(withParam(back, deskPath(c, `/posts/${id}`), 'saved', '1'), 303)
    },
  )
}

export function Marks({ c, post, back }: { c: DeskContext; post: DeskPost; back: string }) {
  const { language } = c.var
  const id = post.public_id
  return (
    <details class="marks" open={marks.some((one) => post[one])}>
      <summary>{t(language, 'lift.marks')}</summary>
      <Form c={c} action={deskPath(c, `/posts/${id}/marks`)}>
        <input type="hidden" name="back" value={back} />
        {marks.map((one) => (
          <label class="tick">
            <input type="checkbox" name={one} value="1" checked={post[one]} />
            <span>
              {t(language, `lift.marks.${one}`)}
              {one !== 'timeless' && <span class="hint"> {t(language, `lift.marks.${one}.hint`)}</span>}
            </span>
          </label>
        ))}
        <button type="submit" class="button">
          {t(language, 'desk.save')}
        </button>
      </Form>
    </details>
  )
}
