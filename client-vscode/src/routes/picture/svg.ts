const SVG = 'http://www.w3.org/2000/svg'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element of SVG; attributes that are undefined are left out. */
export function svg(name: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  return build(document.createElementNS(SVG, name), attributes, children)
}

/** An element of HTML. */
export function html(name: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  return build(document.createElement(name), attributes, children)
}

function build<E extends Element>(element: E, attributes: Attributes, children: (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      element.setAttribute(name, value.toString())
    }
  }
  element.append(...children)
  return element
}
