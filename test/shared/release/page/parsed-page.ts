import { SaxesParser } from 'saxes';

/** An element of the page as an XML parser reads it. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
};

/** Takes a page, gives its root; throws where it is not well formed. */
export function parsed(page: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(page).close();
  return root.children.find((child) => typeof child !== 'string') as Element;
}

/** Every element within, in the order of the page. */
export function elementsIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [child, ...elementsIn(child)],
  );
}

/** All text within, whatever a reader sees of it, pieces apart by a space. */
export function textIn(element: Element): string {
  const pieces = element.children.map((child) =>
    typeof child === 'string' ? child : child.name === 'style' ? '' : textIn(child),
  );
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

/** The one element with this id. */
export function byId(page: Element, id: string): Element {
  const found = elementsIn(page).filter(({ attributes }) => attributes['id'] === id);
  if (found.length !== 1) throw new Error(`${found.length} elements have the id ${id}`);
  return found[0]!;
}
