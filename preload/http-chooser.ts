// Draws the file chooser of the browser shell over the page: places on the left, the content of a folder, a name when saving.
import type { ChooserListing, ChooserMessage, ChooserReply, ChooserRequest } from '@contract/chooser.ts';

type Ask = (message: ChooserMessage) => Promise<ChooserReply>;

const STYLE = `
.chooser { margin: auto; inline-size: min(46rem, 92vw); padding: 0; border: 1px solid var(--line-strong); border-radius: var(--radius-m); color: var(--ink); background: var(--surface); box-shadow: var(--shadow-high); font: var(--text-m) var(--font-ui); }
.chooser::backdrop { background: var(--veil); }
.chooser h2 { margin: 0; padding: var(--space-4) var(--space-5) var(--space-3); font: 600 var(--text-l) var(--font-title); }
.chooser-body { display: grid; grid-template-columns: 12rem 1fr; gap: var(--space-4); padding: 0 var(--space-5); }
.chooser ul { list-style: none; margin: 0; padding: 2px; max-block-size: 46vh; overflow: auto; }
.chooser li button { display: block; inline-size: 100%; text-align: start; padding: var(--space-2) var(--space-3); border: 0; border-radius: var(--radius-s); background: none; color: inherit; font: inherit; cursor: pointer; }
.chooser li button:hover, .chooser li button[aria-current="true"] { background: var(--sunken); }
.chooser li button[data-kind="folder"]::after { content: " ›"; }
.chooser-name { display: grid; gap: var(--space-1); padding: var(--space-3) var(--space-5) 0; }
.chooser-name input { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--field-line); border-radius: var(--radius-s); padding: var(--space-2); }
.chooser-message { min-block-size: 1.5em; padding: var(--space-2) var(--space-5) 0; margin: 0; }
.chooser-actions { display: flex; justify-content: flex-end; gap: var(--space-2); padding: var(--space-3) var(--space-5) var(--space-4); }
.chooser-actions button { font: inherit; padding: var(--space-2) var(--space-4); border-radius: var(--radius-s); border: 1px solid var(--field-line); background: none; color: inherit; cursor: pointer; }
.chooser-actions .chooser-main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
.chooser-actions .chooser-main:hover { border-color: var(--accent-hover); background: var(--accent-hover); }
.chooser button:focus-visible, .chooser input:focus-visible { outline: none; box-shadow: var(--focus); }
`;

/** Shows one dialog; it disappears once main has its answer. */
export function openChooser(request: ChooserRequest, ask: Ask): void {
  new Chooser(request, ask).show();
}

/** One element with its text and its action. */
function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function button(text: string, act: () => void, attributes: Readonly<Record<string, string>> = {}): HTMLButtonElement {
  const element = make('button', text, { type: 'button', ...attributes });
  element.addEventListener('click', act);
  return element;
}

class Chooser {
  private readonly dialog = make('dialog', '', { class: 'chooser' });
  private readonly places = make('ul');
  private readonly content = make('ul');
  private readonly name = make('input', '', { type: 'text', maxlength: '200', spellcheck: 'false' });
  private readonly message = make('p', '', { class: 'chooser-message', role: 'status' });
  private readonly confirm: HTMLButtonElement;
  private token = '';
  private isReplacing = false;

  constructor(
    private readonly request: ChooserRequest,
    private readonly ask: Ask,
  ) {
    const { texts, mode } = request;
    this.confirm = button(
      mode === 'folder' ? texts.chooseFolder : texts.save,
      () => this.choose(mode === 'save' ? this.name.value : null),
      {
        class: 'chooser-main',
      },
    );
    this.name.value = request.name;
  }

  show(): void {
    const { texts, mode, title, places } = this.request;
    const heading = make('h2', title, { id: 'chooser-title' });
    this.dialog.setAttribute('aria-labelledby', heading.id);
    this.places.setAttribute('aria-label', texts.places);
    for (const place of places)
      this.places.append(inItem(button(place.label, () => this.list(place.token), { 'data-token': place.token })));
    const body = make('div', '', { class: 'chooser-body' });
    body.append(this.places, this.content);
    const label = make('label', texts.fileName, { class: 'chooser-name' });
    label.append(this.name);
    const actions = make('div', '', { class: 'chooser-actions' });
    actions.append(
      button(texts.cancel, () => this.cancel()),
      ...(mode === 'open' ? [] : [this.confirm]),
    );
    this.dialog.append(heading, body, ...(mode === 'save' ? [label] : []), this.message, actions);
    this.dialog.addEventListener('cancel', () => this.cancel());
    this.name.addEventListener('input', () => this.forgetReplacing());
    this.name.addEventListener('keydown', (event) => event.key === 'Enter' && !event.isComposing && this.choose(this.name.value));
    adoptStyle();
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.list(places[0]?.token ?? '');
  }

  private async tell(message: ChooserMessage): Promise<ChooserReply> {
    return this.ask(message).catch((): ChooserReply => ({ refused: 'unknown' }));
  }

  private list(token: string): void {
    void this.tell({ act: 'list', requestId: this.request.requestId, token }).then((reply) => {
      if ('entries' in reply) this.fill(token, reply);
      else this.say(this.request.texts.unreadableFolder);
    });
  }

  private fill(token: string, { name, parent, entries }: ChooserListing): void {
    const { texts } = this.request;
    this.token = token;
    this.forgetReplacing();
    this.content.setAttribute('aria-label', name);
    this.content.replaceChildren(...(parent === null ? [] : [inItem(button(`↑ ${texts.parent}`, () => this.list(parent)))]));
    for (const entry of entries) {
      const act = entry.kind === 'folder' ? () => this.list(entry.token) : () => this.take(entry.name);
      this.content.append(inItem(button(entry.name, act, { 'data-kind': entry.kind })));
    }
    for (const place of this.places.querySelectorAll('button'))
      place.setAttribute('aria-current', String(place.dataset['token'] === token));
    this.say(entries.length === 0 ? texts.empty[this.request.mode] : '');
  }

  private take(name: string): void {
    if (this.request.mode === 'open') return this.choose(name);
    this.name.value = name;
    this.forgetReplacing();
  }

  private choose(name: string | null): void {
    const { requestId, texts } = this.request;
    void this.tell({ act: 'choose', requestId, token: this.token, name, isReplacing: this.isReplacing }).then((reply) => {
      if ('done' in reply) return this.leave();
      const refused = 'refused' in reply ? reply.refused : 'unknown';
      if (refused === 'exists') {
        this.isReplacing = true;
        this.confirm.textContent = texts.replace;
      }
      return this.say(refused === 'exists' ? texts.alreadyThere : refused === 'name' ? texts.nameImpossible : texts.unreadableFolder);
    });
  }

  private forgetReplacing(): void {
    if (!this.isReplacing) return;
    this.isReplacing = false;
    this.confirm.textContent = this.request.texts.save;
    this.say('');
  }

  private cancel(): void {
    void this.tell({ act: 'cancel', requestId: this.request.requestId });
    this.leave();
  }

  private leave(): void {
    this.dialog.close();
    this.dialog.remove();
  }

  private say(text: string): void {
    this.message.textContent = text;
  }
}

function inItem(content: HTMLElement): HTMLLIElement {
  const item = make('li');
  item.append(content);
  return item;
}

let isStyled = false;

/** A constructed style sheet does not count as inline style: the content policy stays as strict as in Electron. */
function adoptStyle(): void {
  if (isStyled) return;
  isStyled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
}
