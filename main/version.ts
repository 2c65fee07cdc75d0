// The version of the application, as the package says it.
export { version } from '../package.json';
