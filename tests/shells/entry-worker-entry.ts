// The worker that reads the library, on the oldest Electron that the tests run.
import './built-ins.ts';
import '../../main/library/entry-worker.ts';
