// The version of the application, from package.json.
export { version } from '../package.json';
