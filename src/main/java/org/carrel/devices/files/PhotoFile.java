package org.carrel.devices.files;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.carrel.devices.RepairChanged.Why;
import org.carrel.platform.pictures.Redrawing;

/** A photo that somebody sent, drawn anew as JPEG. */
public sealed interface PhotoFile {
    /** In bytes. */
    int MOST_BYTES = Redrawing.MOST_BYTES;

    /** The longest side that is kept, in pixels, shows what is broken. */
    Redrawing REDRAWING = new Redrawing(Set.of("jpeg", "png"), List.of(1600));

    @SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
    record Photo(byte[] jpeg, int width, int height) implements PhotoFile {}

    /** It is none, or too much of one. */
    record Bad(Why why) implements PhotoFile {}

    /** Reads no more than {@link #MOST_BYTES}, and looks at the size of the picture before it is unpacked. */
    static PhotoFile read(InputStream file) {
        return switch (REDRAWING.read(file)) {
            case Redrawing.Answer.Drawn drawn -> photo(drawn.jpegs().getFirst());
            case Redrawing.Answer.Bad bad -> new Bad(why(bad.why()));
        };
    }

    private static Photo photo(Redrawing.Jpeg jpeg) {
        return new Photo(jpeg.bytes(), jpeg.width(), jpeg.height());
    }

    private static Why why(Redrawing.Trouble trouble) {
        return switch (trouble) {
            case NO_FILE -> Why.NO_FILE;
            case FILE_TOO_LARGE -> Why.FILE_TOO_LARGE;
            case NO_PICTURE -> Why.NO_PICTURE;
            case PICTURE_TOO_LARGE -> Why.PICTURE_TOO_LARGE;
        };
    }
}
