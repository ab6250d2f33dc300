// A click on the photo sets its focal point; the two number fields hold it, and serve alone without this file.
document.addEventListener("DOMContentLoaded", () => {
  const picture = document.querySelector(".focal-picture");
  const fields = ["x", "y"].map((axis) => document.getElementById(`id_focal_${axis}`));
  if (!picture || fields.includes(null)) return;

  const frame = document.createElement("span");
  const mark = document.createElement("span");
  frame.className = "focal-frame";
  mark.className = "focal-mark";
  picture.replaceWith(frame);
  frame.append(picture, mark);

  const show = () => {
    mark.style.setProperty("--x", `${fields[0].value || 50}%`);
    mark.style.setProperty("--y", `${fields[1].value || 50}%`);
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    fields[0].value = Math.round((100 * (event.clientX - box.left)) / box.width);
    fields[1].value = Math.round((100 * (event.clientY - box.top)) / box.height);
    show();
  });
  fields.forEach((field) => field.addEventListener("input", show));
  show();
});
