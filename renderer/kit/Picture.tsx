// A picture that a record holds, on the white of paper in both themes.
import './picture.css';

type PictureProps = {
  /** PNG in Base64. */
  readonly picture: string;
  /** What it is, for who does not see it. */
  readonly label: string;
};

export function Picture({ picture, label }: PictureProps) {
  return (
    <span className="picture">
      <img src={`data:image/png;base64,${picture}`} alt={label} />
    </span>
  );
}
