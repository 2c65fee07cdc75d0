// What the sources may use (ES2023, and the URL of their types) but the oldest Electron that the tests run lacks: V8 10.8, Node 16.
// Listed one by one: core-js checks every built-in of a family that it is asked for, and that took a fifth of the measured start.
import 'core-js/modules/es.array.to-reversed';
import 'core-js/modules/es.array.to-sorted';
import 'core-js/modules/es.array.to-spliced';
import 'core-js/modules/es.array.with';
import 'core-js/modules/es.typed-array.to-reversed';
import 'core-js/modules/es.typed-array.to-sorted';
import 'core-js/modules/es.typed-array.with';
import 'core-js/modules/web.url.can-parse';
