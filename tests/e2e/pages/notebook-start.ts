// How journeys come to a notebook: one of a new file, and the one of the example.
import type { TestApp } from '../shells/test-app.ts';
import { HomePage } from './home-page.ts';
import { NewPage } from './new-page.ts';
import { NotebookPage } from './notebook-page.ts';
import { WelcomePage } from './welcome-page.ts';

export async function newNotebook(tierce: TestApp): Promise<NotebookPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const book = new NotebookPage(tierce);
  await book.show();
  return book;
}

export async function exampleNotebook(tierce: TestApp): Promise<NotebookPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const book = new NotebookPage(tierce);
  await book.show();
  return book;
}
