/** @typedef {import('lit').ReactiveController} ReactiveController */

/** Hears keys anywhere on the page for as long as its host is there. @implements {ReactiveController} */
export class KeyController {
  /** @param {import('lit').ReactiveControllerHost} host @param {(event: KeyboardEvent) => void} act */
  constructor(host, act) {
    this.act = act;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('keydown', this.act);
  }

  hostDisconnected() {
    removeEventListener('keydown', this.act);
  }
}
