// Newer built-ins for the oldest Electron that the tests drive (Chromium 108, Node 16).
import 'core-js/actual/array';
import 'core-js/actual/map';
import 'core-js/actual/object';
import 'core-js/actual/promise';
import 'core-js/actual/set';
import 'core-js/actual/string';
import 'core-js/actual/structured-clone';
import 'core-js/actual/typed-array';
import 'core-js/actual/url/can-parse';
