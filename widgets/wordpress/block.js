// The block in WordPress's editor: its choices at the side, and the wall as its server draws it.
;(() => {
  const { createElement: h, Fragment } = wp.element
  const { InspectorControls, useBlockProps } = wp.blockEditor
  const { Disabled, PanelBody, SelectControl, TextControl } = wp.components
  const words = somewallWords

  const select = (label, ...values) => ({
    label,
    options: [{ value: '', label: words.page }, ...values.map(([value, name]) => ({ value, label: name }))],
  })
  const choices = {
    place: { label: words.place },
    wall: { label: words.wall },
    lang: select(words.language, ['fi', 'Suomi'], ['sv', 'Svenska'], ['en', 'English']),
    layout: select(words.layout, ['grid', words.grid], ['list', words.list]),
    limit: { label: words.number, type: 'number', min: 1, max: 50 },
    theme: select(words.theme, ['light', words.light], ['dark', words.dark]),
  }

  wp.blocks.registerBlockType('somewall/wall', {
    edit({ attributes, setAttributes }) {
      const fields = Object.entries(choices).map(([name, choice]) =>
        h(choice.options ? SelectControl : TextControl, {
          key: name,
          ...choice,
          value: attributes[name],
          onChange: (value) => setAttributes({ [name]: value }),
        }),
      )
      return h(
        Fragment,
        null,
        h(InspectorControls, null, h(PanelBody, { title: words.title }, fields)),
        h(
          'div',
          useBlockProps(),
          // Links of the wall are not followed while it is being placed.
          h(Disabled, null, h(wp.serverSideRender, { block: 'somewall/wall', attributes })),
        ),
      )
    },
    save: () => null,
  })
})()
