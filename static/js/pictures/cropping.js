// The focal point of a picture, and crops by hand: moved on the picture, kept in number fields.

const WIDTH = 1000;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAST = 0.02;
const GROWTH = { "+": 0.02, "=": 0.02, "-": -0.02, "−": -0.02 };

const between = (value, least, most) => Math.min(Math.max(value, least), most);
const read = (input) => (input.value === "" ? null : Number(input.value) / 100);
const write = (input, value) => {
  input.value = value === null ? "" : (value * 100).toFixed(2);
};

// A shape: the part of the picture that it shows, in fractions, by hand or around the focal point.
class Shape {
  constructor(section, height) {
    this.section = section;
    this.view = section.querySelector("svg");
    this.fields = [...section.querySelectorAll("input")];
    this.hand = section.querySelector(".cropping-hand");
    this.back = section.querySelector(".cropping-back");
    const part = (Number(section.dataset.ratio) * height) / WIDTH;
    this.largest = part < 1 ? [part, 1] : [1, 1 / part];
    section.querySelector(".cropping-buttons").hidden = false;
  }

  get isByHand() {
    return this.fields.every((field) => field.value !== "");
  }

  box(focus) {
    const [across, down] = this.largest;
    if (!this.isByHand) {
      const start = (at, part) => between(at - part / 2, 0, 1 - part);
      return { x: start(focus.x, across), y: start(focus.y, down), width: across, height: down };
    }
    const [x, y, width] = this.fields.map(read);
    return { x, y, width, height: (width * down) / across };
  }

  put(box) {
    const [across, down] = this.largest;
    const width = between(box.width, LEAST, across);
    const height = (width * down) / across;
    // Rounded down, so that it stays inside.
    const inside = (at, part) => Math.floor(between(at, 0, 1 - part) * 10000) / 10000;
    const values = [inside(box.x, width), inside(box.y, height), Math.floor(width * 10000) / 10000];
    values.forEach((value, number) => write(this.fields[number], value));
  }

  clear() {
    this.fields.forEach((field) => write(field, null));
  }
}

class PictureCropping extends HTMLElement {
  connectedCallback() {
    this.height = Number(this.dataset.height);
    this.stage = this.querySelector(".cropping-stage");
    this.focusFields = [...this.querySelectorAll(".cropping-whole input")];
    this.status = this.querySelector("[data-said]");
    this.shapes = [...this.querySelectorAll(".cropping-shape")].map((one) => new Shape(one, this.height));
    this.chosen = null;
    this.stage.setAttribute("tabindex", "0");
    this.stage.setAttribute("role", "application");
    this.stage.setAttribute("aria-describedby", "cropping-help");
    this.stage.addEventListener("keydown", (event) => this.onKey(event));
    this.stage.addEventListener("pointerdown", (event) => this.onPointer(event));
    this.addEventListener("input", () => this.draw());
    for (const shape of this.shapes) {
      shape.hand.addEventListener("click", () => this.choose(this.chosen === shape ? null : shape));
      shape.back.addEventListener("click", () => {
        shape.clear();
        this.choose(null);
      });
    }
    this.draw();
  }

  get focus() {
    const [x, y] = this.focusFields.map((field) => between(read(field) ?? 0.5, 0, 1));
    return { x, y };
  }

  setFocus(x, y) {
    write(this.focusFields[0], between(x, 0, 1));
    write(this.focusFields[1], between(y, 0, 1));
    this.draw();
  }

  // From now on the keys and the mouse move the frame of this shape, or else the focal point.
  choose(shape) {
    this.chosen = shape;
    if (shape && !shape.isByHand) shape.put(shape.box(this.focus));
    this.querySelector("#cropping-help").hidden = shape !== null;
    this.querySelector("#cropping-hand-help").hidden = shape === null;
    this.stage.setAttribute("aria-describedby", shape ? "cropping-hand-help" : "cropping-help");
    this.draw();
    if (shape) {
      this.stage.focus();
      this.stage.scrollIntoView({ block: "nearest" });
    }
  }

  onKey(event) {
    const by = event.shiftKey ? 0.1 : 0.01;
    const step = STEPS[event.key];
    const box = this.chosen?.box(this.focus);
    if (step && box) {
      this.chosen.put({ ...box, x: box.x + step[0] * by, y: box.y + step[1] * by });
    } else if (step) {
      this.setFocus(this.focus.x + step[0] * by, this.focus.y + step[1] * by);
    } else if (box && event.key in GROWTH) {
      this.chosen.put(resized(box, GROWTH[event.key]));
    } else if (box && event.key === "Escape") {
      const { hand } = this.chosen;
      this.choose(null);
      hand.focus();
    } else {
      return;
    }
    event.preventDefault();
    this.draw();
  }

  onPointer(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.stage.focus({ preventScroll: true });
    const start = this.at(event);
    const box = this.chosen?.box(this.focus);
    const resizes = event.target.matches(".cropping-corner");
    const move = (moved) => {
      const to = this.at(moved);
      if (!box) {
        this.setFocus(to.x, to.y);
      } else if (resizes) {
        this.chosen.put({ ...box, width: Math.min(to.x - box.x, 1 - box.x, this.widest(box)) });
      } else {
        this.chosen.put({ ...box, x: box.x + to.x - start.x, y: box.y + to.y - start.y });
      }
      this.draw();
    };
    if (!box) move(event);
    this.stage.setPointerCapture(event.pointerId);
    this.stage.addEventListener("pointermove", move);
    const end = () => this.stage.removeEventListener("pointermove", move);
    this.stage.addEventListener("pointerup", end, { once: true });
    this.stage.addEventListener("pointercancel", end, { once: true });
  }

  // How wide a frame can be that keeps its upper left corner.
  widest(box) {
    return ((1 - box.y) * box.width) / box.height;
  }

  at(event) {
    const shown = this.stage.getBoundingClientRect();
    return {
      x: between((event.clientX - shown.left) / shown.width, 0, 1),
      y: between((event.clientY - shown.top) / shown.height, 0, 1),
    };
  }

  draw() {
    const { focus, height } = this;
    for (const shape of this.shapes) {
      const box = shape.box(focus);
      const view = [box.x * WIDTH, box.y * height, box.width * WIDTH, box.height * height];
      shape.view.setAttribute("viewBox", view.map((one) => one.toFixed(2)).join(" "));
      shape.hand.setAttribute("aria-pressed", String(shape === this.chosen));
      shape.back.hidden = !shape.isByHand;
    }
    const box = this.chosen?.box(focus);
    const mark = this.stage.querySelector(".cropping-mark");
    mark.setAttribute("transform", `translate(${focus.x * WIDTH} ${focus.y * height})`);
    this.classList.toggle("by-hand", Boolean(box));
    this.drawFrame(box ?? { x: 0, y: 0, width: 0, height: 0 }, Boolean(box));
    const said = box ?? focus;
    this.status.textContent = this.status.dataset.said
      .replace("{x}", Math.round(said.x * 100))
      .replace("{y}", Math.round(said.y * 100));
  }

  drawFrame(box, isShown) {
    const [x, y] = [box.x * WIDTH, box.y * this.height];
    const [width, height] = [box.width * WIDTH, box.height * this.height];
    const frame = this.stage.querySelector(".cropping-frame");
    Object.entries({ x, y, width, height }).forEach(([name, value]) => frame.setAttribute(name, value));
    const corner = this.stage.querySelector(".cropping-corner");
    corner.setAttribute("cx", isShown ? x + width : -50);
    corner.setAttribute("cy", isShown ? y + height : -50);
    const around = ["M0,0", `H${WIDTH}`, `V${this.height}`, "H0Z"];
    const outside = [...around, `M${x},${y}`, `v${height}`, `h${width}`, `v${-height}`, "z"].join("");
    this.stage.querySelector(".cropping-outside").setAttribute("d", isShown ? outside : "");
  }
}

// The frame, this much wider, around the same middle.
function resized(box, by) {
  const width = Math.max(box.width + by, LEAST);
  const height = (box.height * width) / box.width;
  return {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  };
}

customElements.define("picture-cropping", PictureCropping);
