/** A dashed line, dark beside light, that shows on any picture. */
export function strokeDashed(pen: CanvasRenderingContext2D, outline: Path2D): void {
  pen.save();
  pen.lineWidth = 1.5;
  pen.lineJoin = "round";
  pen.setLineDash([5, 5]);
  pen.strokeStyle = "rgb(8 8 14 / 0.9)";
  pen.stroke(outline);
  pen.strokeStyle = "white";
  pen.lineDashOffset = 5;
  pen.stroke(outline);
  pen.restore();
}
